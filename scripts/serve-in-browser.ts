import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { cacheFolder } from '../src/server/cli/cache-folder.ts'
import { dataFolder } from '../src/server/cli/data-folder.ts'
import { untilSignal } from '../src/server/cli/until-signal.ts'
import { CannotListen, type RunningServer, startServer } from '../src/server/start-server.ts'
import { findChromium } from './find-chromium.ts'
import { hasDisplay } from './has-display.ts'
import { type AppWindow, openAppWindow } from './open-app-window.ts'

/** A Chromium that does not go when it is asked to is killed after 3 s, and its profile removed. */
const END_LIMIT_MS = 6000

/** What {@link serveInBrowser} serves, and from where. */
export interface ServeInBrowserOptions {
  readonly root: string
  /** The generator writes `teste.log` here. */
  readonly folder: string
  /** Logs to open; without any the generator is switched on, so that there is something to read. */
  readonly files: readonly string[]
}

/**
 * Serves the page that the desktop app shows, in a Chromium window when there is a display and a
 * Chromium, else at a printed address. Runs until the window is closed or a signal comes, and leaves
 * no process behind. Answers the exit code.
 */
export async function serveInBrowser(options: ServeInBrowserOptions): Promise<number> {
  const stopped = untilSignal(END_LIMIT_MS)
  const server = await listen(options)
  if (server === null) return 1
  let window: AppWindow | null = null
  try {
    if (options.files.length === 0) await server.setGenerator(true)
    window = await show(server)
    await Promise.race(window === null ? [stopped] : [stopped, window.closed])
    return 0
  } finally {
    await Promise.all([window?.close(), server.close()])
  }
}

async function listen(options: ServeInBrowserOptions): Promise<RunningServer | null> {
  try {
    return await startServer({
      token: randomBytes(24).toString('base64url'),
      files: options.files,
      generatorFile: join(options.folder, 'teste.log'),
      dataFolder: dataFolder(process.platform, process.env, homedir()),
      cacheFolder: cacheFolder(process.platform, process.env, homedir()),
      pageFolder: join(options.root, 'dist', 'renderer'),
      examplesFolder: join(options.root, 'dist', 'examples'),
    })
  } catch (error) {
    if (!(error instanceof CannotListen)) throw error
    process.stderr.write(`${error.message}\n`)
    return null
  }
}

async function show(server: RunningServer): Promise<AppWindow | null> {
  const chromium = hasDisplay() ? await findChromium() : null
  if (chromium === null) {
    process.stdout.write(`Open this address in a browser (Ctrl+C ends it): ${server.entryUrl}\n`)
    return null
  }
  process.stdout.write(`Opening a window of ${chromium.path} (closing it ends Rastro).\n`)
  return openAppWindow({ chromium: chromium.path, url: server.url, cookie: server.cookie })
}
