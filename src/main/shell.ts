import { join } from 'node:path'
import { app, dialog, type MessageBoxOptions, nativeTheme, session } from 'electron'
import { HOMEPAGE, PARTITION } from './app-identity.ts'
import { AppMenu } from './app-menu.ts'
import { chooseFiles } from './choose-files.ts'
import { chooseFolders } from './choose-folders.ts'
import type { EmbeddedServer, Revival } from './embedded-server.ts'
import { guardSession } from './guard-session.ts'
import { handleRequests } from './handle-requests.ts'
import { LogOpener } from './log-opener.ts'
import { openOutside } from './open-outside.ts'
import { openServer } from './open-server.ts'
import { pageRequests } from './page-requests.ts'
import { PageWindow } from './page-window.ts'
import { sendNotice } from './send-notice.ts'
import { shellLocale } from './shell-locale.ts'
import type { ShellOptions } from './shell-options.ts'
import { type ShellWords, shellWords } from './shell-words.ts'
import { themeSource } from './theme-source.ts'
import { openUserData, type UserData } from './user-data.ts'

/** The app once Electron is ready: one server, one window, one menu, and what the user keeps. */
export class Shell {
  readonly #options: ShellOptions
  readonly #server: EmbeddedServer
  readonly #data: UserData
  readonly #window: PageWindow
  readonly #opener: LogOpener
  readonly #stopAnswering: () => void

  private constructor(options: ShellOptions, server: EmbeddedServer, data: UserData) {
    const words = () => this.#words
    this.#options = options
    this.#server = server
    this.#data = data
    const window = new PageWindow({ options, server, place: data.place, words })
    const menu = new AppMenu({
      data,
      words,
      actions: {
        openFile: () => void this.#choose(chooseFiles),
        openFolder: () => void this.#choose(chooseFolders),
        openRecent: (path) => void this.openFiles([path]),
        openHomepage: () => this.offerOutside(HOMEPAGE),
        send: (command) => sendNotice(window.contents, 'command', command),
      },
    })
    const opener = new LogOpener({ server, data, window, onRecents: () => menu.build() })
    this.#window = window
    this.#opener = opener
    nativeTheme.themeSource = themeSource(data.settings.read().theme)
    guardSession(session.fromPartition(PARTITION), () => server.origin)
    this.#stopAnswering = handleRequests(
      pageRequests({ data, window, opener, menu, words }),
      { contents: () => window.contents, origin: () => server.origin },
      options.ownLog,
    )
    menu.build()
  }

  /** Starts the server; rejects with a sentence when it cannot listen. */
  static async open(options: ShellOptions): Promise<Shell> {
    const data = openUserData(app.getPath('userData'), options.ownLog)
    const server = await openServer(options, data.session.read().reopen)
    return new Shell(options, server, data)
  }

  get origin(): string {
    return this.#server.origin
  }

  /** Shows the window, opening it when it was closed (macOS keeps the app without one). */
  showWindow(): Promise<void> {
    return this.#window.show()
  }

  /** Opens files and folders for the page, which is told of them, or asks for them when it comes. */
  openFiles(paths: readonly string[]): Promise<void> {
    return this.#opener.openAndTell(paths)
  }

  /** Opens again what was open when the app was last used; whether there was anything. */
  reopen(): Promise<boolean> {
    return this.#opener.reopen()
  }

  /** With nothing else to read, the generator's log gives the first click something to show. */
  async offerGenerator(): Promise<void> {
    await this.#server.startGenerator()
  }

  offerOutside(address: string): void {
    const { current } = this.#window
    if (current === null) return
    openOutside(current, address, this.#words).catch((error: unknown) => {
      this.#options.ownLog.warn('An address could not be opened outside.', { error })
    })
  }

  /** Looks after the server after a fault; a server at a new port needs the page loaded from there. */
  async revive(): Promise<Revival> {
    const before = this.#server.url
    const outcome = await this.#server.revive()
    if (this.#server.url !== before) await this.#window.load()
    return outcome
  }

  async tellFault(outcome: Revival): Promise<void> {
    const words = this.#words
    const said = {
      alive: words.faultAlive,
      restarted: words.faultRestarted,
      'given-up': words.faultGivenUp,
    }[outcome]
    const message: MessageBoxOptions = {
      type: 'error',
      message: words.faultTitle,
      detail: `${said}\n${join(app.getPath('logs'), 'main.log')}`,
      buttons: [words.ok],
      noLink: true,
    }
    const { current } = this.#window
    if (current === null) await dialog.showMessageBox(message)
    else await dialog.showMessageBox(current, message)
  }

  /** Bounded and never rejects: what is left after it ends with the process. */
  async close(): Promise<void> {
    this.#window.rememberPlace()
    this.#stopAnswering()
    await this.#opener.remember()
    await this.#server.close()
  }

  get #words(): ShellWords {
    return shellWords(shellLocale(this.#data.settings.read(), app.getPreferredSystemLanguages()))
  }

  async #choose(choose: typeof chooseFiles): Promise<void> {
    if (this.#window.current === null) await this.showWindow()
    const { current } = this.#window
    if (current !== null) await this.openFiles(await choose(current, this.#words))
  }
}
