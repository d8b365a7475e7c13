import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Importing the real module outside Electron starts a download: the shell runs on a stand-in.
    alias: [
      {
        find: /^electron$/,
        replacement: new URL('test/support/electron-stand-in.ts', import.meta.url).pathname,
      },
    ],
    // It imports electron too, and only what vitest transforms is resolved by the alias.
    server: { deps: { inline: ['electron-store'] } },
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**'],
    setupFiles: ['test/support/property-seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Polls end when the value is there; only a failure waits this long, on a busy machine too.
    expect: { poll: { timeout: 10_000 } },
    // Two workers: the suites open real files and sockets, and more only compete for the disk.
    maxWorkers: 2,
  },
})
