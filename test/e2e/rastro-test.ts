import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { RastroPage } from './rastro-page.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

interface Fixtures {
  /** A folder of this test's own, removed after it. */
  readonly folder: string
  /** Starts a headless server without a token on a free port, unless `args` say otherwise. */
  readonly serve: (files: readonly string[], ...args: string[]) => Promise<ServerProcess>
  readonly rastro: RastroPage
}

/** Playwright's `test` with a real server, real files and the page as its users see it. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameters of a fixture from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'rastro-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  serve: async ({ folder }, use) => {
    const started: ServerProcess[] = []
    await use(async (files, ...args) => {
      const access = args.some((arg) => arg.startsWith('--token')) ? [] : ['--no-token']
      const port = args.includes('--port') ? [] : ['--port', '0']
      const server = await startServerProcess(folder, [...files, ...access, ...port, ...args])
      started.push(server)
      return server
    })
    await Promise.all(started.map((server) => server.stop()))
  },
  rastro: async ({ page }, use) => {
    const rastro = new RastroPage(page)
    await use(rastro)
    rastro.expectNoFailure()
  },
})

export { expect } from '@playwright/test'
