import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**'],
    testTimeout: 30_000,
    // Two workers: the suites open real files and sockets, and more only compete for the disk.
    maxWorkers: 2,
  },
})
