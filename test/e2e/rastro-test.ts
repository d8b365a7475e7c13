import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { type RunningServer, startServer } from '../../src/server/start-server.ts'
import { RastroPage } from './rastro-page.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

/** What a log says; or what each of several logs says, by the names of their files. */
type Content = string | Buffer
type Logs<Name extends string> = Content | Readonly<Record<Name, Content>>

/** Logs that are served and on the page. */
export interface OpenedLogs<Name extends string> {
  /** The path of the first log. */
  readonly file: string
  /** The path of the log with this name. */
  readonly pathOf: (name: Name) => string
  /** The page's address. */
  readonly url: string
}

type OpenLogs = <Name extends string = 'app.log'>(logs: Logs<Name>) => Promise<OpenedLogs<Name>>

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
  readonly show: OpenLogs
  /** The same, then presses Ler Logs and waits for the last line of the first log. */
  readonly open: OpenLogs
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
    const pathOf = (name: string) => join(folder, name)
    const show: OpenLogs = async (logs) => {
      const written = Object.entries(named(logs)).map(async ([name, content]) => {
        await writeFile(pathOf(name), content)
        return pathOf(name)
      })
      const files = await Promise.all(written)
      const kept = { dataFolder: join(folder, 'data'), cacheFolder: join(folder, 'cache') }
      const server = await startServer({ token: null, files, ...kept })
      started.push(server)
      await rastro.page.goto(server.url)
      await expect(rastro.readButton).toBeVisible()
      return { file: files[0] ?? '', pathOf, url: server.url }
    }
    await use(show)
    await Promise.all(started.map((server) => server.close()))
  },
  open: async ({ rastro, show }, use) => {
    const open: OpenLogs = async (logs) => {
      const opened = await show(logs)
      await rastro.readButton.click()
      const lines = linesOf(Object.values(named(logs))[0] ?? '')
      if (lines > 0) await expect(rastro.numbered(lines)).toBeInViewport()
      return opened
    }
    await use(open)
  },
  rastro: async ({ page }, use) => {
    const rastro = new RastroPage(page)
    await use(rastro)
    rastro.expectNoFailure()
  },
})

function named(logs: Logs<string>): Readonly<Record<string, Content>> {
  return typeof logs === 'string' || Buffer.isBuffer(logs) ? { 'app.log': logs } : logs
}

function linesOf(content: Content): number {
  let lines = 0
  for (const byte of Buffer.from(content)) if (byte === 0x0a) lines += 1
  return lines
}

export { expect }
