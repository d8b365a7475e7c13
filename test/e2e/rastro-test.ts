import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { type RunningServer, startServer } from '../../src/server/start-server.ts'
import { RastroPage } from './rastro-page.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

/** What a log says; or what each of several logs says, by the names of their files. */
type Content = string | Buffer
type Logs = Content | Readonly<Record<string, Content>>

/** Logs that are served and on the page. */
export interface OpenedLogs {
  /** The first log. */
  readonly file: string
  /** All of them, in the order in which they were named. */
  readonly files: readonly string[]
  /** The page's address. */
  readonly url: string
}

interface Fixtures {
  /** A folder of this test's own, removed after it. */
  readonly folder: string
  /** Starts a headless server without a token on a free port, unless `args` say otherwise. */
  readonly serve: (files: readonly string[], ...args: string[]) => Promise<ServerProcess>
  /**
   * Writes the logs into the folder, as app.log when they have no names, serves them and opens the
   * page. The server is one that nobody ends before the test: it runs here, without a process of
   * its own, which saves 0.3 s of processor time a test.
   */
  readonly show: (logs: Logs) => Promise<OpenedLogs>
  /** The same, then presses Ler Logs and waits for the last line of the first log. */
  readonly open: (logs: Logs) => Promise<OpenedLogs>
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
  show: async ({ folder, rastro }, use) => {
    const started: RunningServer[] = []
    await use(async (logs) => {
      const files: string[] = []
      for (const [name, content] of Object.entries(named(logs))) {
        const file = join(folder, name)
        await writeFile(file, content)
        files.push(file)
      }
      const kept = { dataFolder: join(folder, 'data'), cacheFolder: join(folder, 'cache') }
      const server = await startServer({ token: null, files, ...kept })
      started.push(server)
      await rastro.page.goto(server.url)
      await rastro.readButton.waitFor()
      return { file: files[0] ?? '', files, url: server.url }
    })
    await Promise.all(started.map((server) => server.close()))
  },
  open: async ({ rastro, show }, use) => {
    await use(async (logs) => {
      const opened = await show(logs)
      await rastro.readButton.click()
      const lines = linesOf(Object.values(named(logs))[0] ?? '')
      if (lines > 0) await expect(rastro.numbered(lines)).toBeInViewport()
      return opened
    })
  },
  rastro: async ({ page }, use) => {
    const rastro = new RastroPage(page)
    await use(rastro)
    rastro.expectNoFailure()
  },
})

function named(logs: Logs): Readonly<Record<string, Content>> {
  return typeof logs === 'string' || Buffer.isBuffer(logs) ? { 'app.log': logs } : logs
}

function linesOf(content: Content): number {
  let lines = 0
  for (const byte of Buffer.from(content)) if (byte === 0x0a) lines += 1
  return lines
}

export { expect }
