import { defineConfig } from '@playwright/test'
import { browserTestArgs } from './scripts/browser-test-args.ts'
import { findChromium } from './scripts/find-chromium.ts'

const chromium = await findChromium()
if (chromium === null) {
  throw new Error('No Chromium was found: install one, or name it in RASTRO_CHROMIUM.')
}

/** Browser tests of the built page (`npm run build`) against real servers that each test starts. */
export default defineConfig({
  testDir: 'test/e2e',
  // Two browsers with a server each keep two cores busy; more only wait for each other.
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // Far above what a free machine needs (3 s a test): a busy one is slow, and no failure of Rastro.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: chromium.path,
      args: browserTestArgs(),
      // In the locale of a bare environment, C, Chromium calls a download with a cedilla "download".
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    },
    // Without the film, which would draw every frame once more: 0.4 s of processor time a test. The
    // trace keeps the page after each step, the picture how it ended.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
    screenshot: 'only-on-failure',
  },
})
