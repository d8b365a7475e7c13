import { app, type BrowserWindow, session, type WebContents } from 'electron'
import { PARTITION } from './app-identity.ts'
import { createWindow, rememberPlace } from './create-window.ts'
import type { EmbeddedServer } from './embedded-server.ts'
import { revivePage } from './revive-page.ts'
import { setSessionCookie } from './set-session-cookie.ts'
import type { ShellOptions } from './shell-options.ts'
import type { ShellWords } from './shell-words.ts'
import type { Stored } from './stored.ts'
import type { WindowPlace } from './stored-window.ts'

export interface PageWindowParts {
  readonly options: ShellOptions
  readonly server: EmbeddedServer
  readonly place: Stored<WindowPlace>
  readonly words: () => ShellWords
}

/** The app's one window, which shows the page of its server. */
export class PageWindow {
  readonly #parts: PageWindowParts
  #window: BrowserWindow | null = null

  constructor(parts: PageWindowParts) {
    this.#parts = parts
  }

  /** Null while it is closed: macOS keeps the app without one. */
  get current(): BrowserWindow | null {
    return this.#window
  }

  get contents(): WebContents | null {
    return this.#window?.webContents ?? null
  }

  /** Brings it to the front, opening it when it was closed. */
  async show(): Promise<void> {
    if (this.#window !== null) {
      if (this.#window.isMinimized()) this.#window.restore()
      this.#window.focus()
      return
    }
    const { options, place, words } = this.#parts
    const window = createWindow({
      preload: options.preload,
      partition: PARTITION,
      packaged: app.isPackaged,
      place,
    })
    this.#window = window
    window.once('closed', () => {
      this.#window = null
    })
    revivePage(window, () => this.#load(window), words, options.ownLog)
    await this.#load(window)
  }

  /** Loads the page from where the server is now. */
  async load(): Promise<void> {
    if (this.#window !== null) await this.#load(this.#window)
  }

  rememberPlace(): void {
    if (this.#window !== null) rememberPlace(this.#window, this.#parts.place)
  }

  async #load(window: BrowserWindow): Promise<void> {
    const { url, cookie } = this.#parts.server
    await setSessionCookie(session.fromPartition(PARTITION), url, cookie)
    try {
      await window.loadURL(url)
    } catch (error) {
      // Closed while it was loading: there is nobody left to show it to.
      if (!window.isDestroyed()) throw error
    }
  }
}
