import { app } from 'electron'
import { MAX_PATHS } from '../shared/bridge.ts'
import type { LogId } from '../shared/protocol.ts'
import type { EmbeddedServer } from './embedded-server.ts'
import type { PageWindow } from './page-window.ts'
import { sendNotice } from './send-notice.ts'
import type { UserData } from './user-data.ts'

export interface LogOpenerParts {
  readonly server: EmbeddedServer
  readonly data: UserData
  readonly window: PageWindow
  /** Other recents are to be shown. */
  readonly onRecents: () => void
}

/** Opens files and folders, and remembers what was opened. */
export class LogOpener {
  readonly #parts: LogOpenerParts
  /** What was opened while there was no page to be told of it. */
  #toShow: readonly LogId[] = []

  constructor(parts: LogOpenerParts) {
    this.#parts = parts
  }

  /** Opens files and folders; their logs, of which the page is told by the answer to its request. */
  async open(paths: readonly string[]): Promise<LogId[]> {
    const { server, data, onRecents } = this.#parts
    const logs = await server.open(paths)
    for (const path of paths) {
      data.recents.add({ kind: 'file', target: path })
      app.addRecentDocument(path)
    }
    onRecents()
    await this.remember()
    return logs.slice(0, MAX_PATHS)
  }

  /** The same when the page did not ask: it is told, or asks when it comes. */
  async openAndTell(paths: readonly string[]): Promise<void> {
    const logs = await this.open(paths)
    const { contents } = this.#parts.window
    if (contents === null) this.#toShow = logs
    else sendNotice(contents, 'opened', logs)
  }

  /** What was opened before there was a page, once. */
  takeToShow(): readonly LogId[] {
    const logs = this.#toShow
    this.#toShow = []
    return logs
  }

  /** Opens again what was open when the app was last used; whether there was anything. */
  async reopen(): Promise<boolean> {
    const { server, data } = this.#parts
    const { paths, reopen } = data.session.read()
    if (!reopen) return false
    await server.open(paths)
    return paths.length > 0 || server.reopened > 0
  }

  /** Notes what is open now, for the next start. */
  async remember(): Promise<void> {
    const { server, data } = this.#parts
    const paths = (await server.opened()).slice(0, MAX_PATHS)
    data.session.write({ ...data.session.read(), paths })
  }
}
