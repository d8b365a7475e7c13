/*
 * The running app. Longer than most files because it is the one place that owns the server, the window
 * and what the user keeps, and says in which order they begin, fail and end.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import process from 'node:process'
import {
  app,
  type BrowserWindow,
  dialog,
  Menu,
  type MessageBoxOptions,
  nativeTheme,
  session,
} from 'electron'
import type { OwnLog } from '../server/own-log.ts'
import type { startServer } from '../server/start-server.ts'
import { MAX_PATHS, type Settings } from '../shared/bridge.ts'
import type { KeyChoices } from '../shared/key-choices.ts'
import type { LogId } from '../shared/protocol.ts'
import { HOMEPAGE, PARTITION } from './app-identity.ts'
import { chooseFiles } from './choose-files.ts'
import { chooseFolders } from './choose-folders.ts'
import { createWindow, rememberPlace } from './create-window.ts'
import { EmbeddedServer, type Revival } from './embedded-server.ts'
import { guardSession } from './guard-session.ts'
import { handleRequests, type RequestHandlers } from './handle-requests.ts'
import { createMenuKeys } from './menu-keys.ts'
import { menuTemplate } from './menu-template.ts'
import { openOutside } from './open-outside.ts'
import { openRecents, type Recents } from './recents.ts'
import { revivePage } from './revive-page.ts'
import { sendNotice } from './send-notice.ts'
import { setSessionCookie } from './set-session-cookie.ts'
import { shellLocale } from './shell-locale.ts'
import { type ShellWords, shellWords } from './shell-words.ts'
import type { Stored } from './stored.ts'
import { type KeptForPage, openKept } from './stored-kept.ts'
import { type LastSession, openLastSession } from './stored-session.ts'
import { openSettings } from './stored-settings.ts'
import { openWindowPlace, type WindowPlace } from './stored-window.ts'
import { themeSource } from './theme-source.ts'

/** 256 bits: nobody on the machine guesses it in the life of the app. */
const TOKEN_BYTES = 32

/** What the shell is given from outside, so that tests can give it something else. */
export interface ShellOptions {
  readonly startServer: typeof startServer
  readonly ownLog: OwnLog
  readonly preload: string
  /** Folder of an unpackaged start, where its generator writes. */
  readonly cwd: string
  /** Where the built page and the examples are; found beside the bundle when left out. */
  readonly pageFolder?: string
  readonly examplesFolder?: string
}

/** The app once Electron is ready: one server, one window, and what the user keeps. */
export class Shell {
  readonly #options: ShellOptions
  readonly #server: EmbeddedServer
  readonly #settings: Stored<Settings>
  readonly #place: Stored<WindowPlace>
  readonly #recents: Recents
  readonly #kept: KeptForPage
  readonly #session: Stored<LastSession>
  readonly #stopAnswering: () => void
  #window: BrowserWindow | null = null
  /** What was opened while there was no page to be told of it. */
  #toShow: readonly LogId[] = []
  /** The keys that the page said last. */
  #keys: KeyChoices = {}

  private constructor(
    options: ShellOptions,
    server: EmbeddedServer,
    lastSession: Stored<LastSession>,
  ) {
    const folder = app.getPath('userData')
    this.#options = options
    this.#server = server
    this.#settings = openSettings(folder, options.ownLog)
    this.#place = openWindowPlace(folder, options.ownLog)
    this.#recents = openRecents(folder, options.ownLog)
    this.#kept = openKept(folder, options.ownLog)
    this.#session = lastSession
    nativeTheme.themeSource = themeSource(this.#settings.read().theme)
    guardSession(session.fromPartition(PARTITION), () => this.#server.origin)
    this.#stopAnswering = handleRequests(this.#handlers(), this.#asker(), options.ownLog)
    this.#buildMenu()
  }

  /** Starts the server; rejects with a sentence when it cannot listen. */
  static async open(options: ShellOptions): Promise<Shell> {
    const dataFolder = app.getPath('userData')
    const { pageFolder, examplesFolder, ownLog } = options
    const lastSession = openLastSession(dataFolder, ownLog)
    const server = await EmbeddedServer.open(
      options.startServer,
      {
        host: '127.0.0.1',
        port: 0,
        token: randomBytes(TOKEN_BYTES).toString('base64url'),
        // A packaged app may not write where it was started; a developer wants the file in sight.
        generatorFile: join(app.isPackaged ? dataFolder : options.cwd, 'teste.log'),
        dataFolder,
        streams: { file: join(dataFolder, 'streams.json'), reopen: lastSession.read().reopen },
        // Not `Cache`: that is Chromium's own, also on systems whose file names have no case.
        cacheFolder: join(dataFolder, 'indexes'),
        ownLog,
        ...(pageFolder === undefined ? {} : { pageFolder }),
        ...(examplesFolder === undefined ? {} : { examplesFolder }),
      },
      ownLog,
    )
    return new Shell(options, server, lastSession)
  }

  get origin(): string {
    return this.#server.origin
  }

  /** Shows the window, opening it when it was closed (macOS keeps the app without one). */
  async showWindow(): Promise<void> {
    if (this.#window !== null) {
      if (this.#window.isMinimized()) this.#window.restore()
      this.#window.focus()
      return
    }
    const window = createWindow({
      preload: this.#options.preload,
      partition: PARTITION,
      packaged: app.isPackaged,
      place: this.#place,
    })
    this.#window = window
    window.once('closed', () => {
      this.#window = null
    })
    revivePage(
      window,
      () => this.#load(window),
      () => this.#words,
      this.#options.ownLog,
    )
    await this.#load(window)
  }

  /** Opens files and folders for the page, which is told of them, or asks for them when it comes. */
  async openFiles(paths: readonly string[]): Promise<void> {
    const logs = await this.#open(paths)
    if (this.#window === null) this.#toShow = logs
    else sendNotice(this.#window.webContents, 'opened', logs)
  }

  /** Opens again what was open when the app was last used; whether there was anything. */
  async reopen(): Promise<boolean> {
    const { paths, reopen } = this.#session.read()
    if (!reopen) return false
    await this.#server.open(paths)
    return paths.length > 0 || this.#server.reopened > 0
  }

  /** With nothing else to read, the generator's log gives the first click something to show. */
  async offerGenerator(): Promise<void> {
    await this.#server.startGenerator()
  }

  offerOutside(address: string): void {
    if (this.#window === null) return
    openOutside(this.#window, address, this.#words).catch((error: unknown) => {
      this.#options.ownLog.warn('An address could not be opened outside.', { error })
    })
  }

  /** Looks after the server after a fault; a server at a new port needs the page loaded from there. */
  async revive(): Promise<Revival> {
    const before = this.#server.url
    const outcome = await this.#server.revive()
    const moved = this.#server.url !== before
    if (moved && this.#window !== null) await this.#load(this.#window)
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
    if (this.#window === null) await dialog.showMessageBox(message)
    else await dialog.showMessageBox(this.#window, message)
  }

  /** Bounded and never rejects: what is left after it ends with the process. */
  async close(): Promise<void> {
    if (this.#window !== null) rememberPlace(this.#window, this.#place)
    this.#stopAnswering()
    await this.#rememberSession()
    await this.#server.close()
  }

  get #words(): ShellWords {
    return shellWords(shellLocale(this.#settings.read(), app.getPreferredSystemLanguages()))
  }

  async #load(window: BrowserWindow): Promise<void> {
    const { url, cookie } = this.#server
    await setSessionCookie(session.fromPartition(PARTITION), url, cookie)
    try {
      await window.loadURL(url)
    } catch (error) {
      // Closed while it was loading: there is nobody left to show it to.
      if (!window.isDestroyed()) throw error
    }
  }

  async #rememberSession(): Promise<void> {
    const paths = (await this.#server.opened()).slice(0, MAX_PATHS)
    this.#session.write({ ...this.#session.read(), paths })
  }

  async #open(paths: readonly string[]): Promise<LogId[]> {
    const logs = await this.#server.open(paths)
    for (const path of paths) {
      this.#recents.add({ kind: 'file', target: path })
      app.addRecentDocument(path)
    }
    this.#buildMenu()
    await this.#rememberSession()
    return logs.slice(0, MAX_PATHS)
  }

  #asker() {
    return {
      contents: () => this.#window?.webContents ?? null,
      origin: () => this.#server.origin,
    }
  }

  #handlers(): RequestHandlers {
    return {
      'open-file-dialog': async () =>
        this.#window === null ? [] : this.#open(await chooseFiles(this.#window, this.#words)),
      'open-folder-dialog': async () =>
        this.#window === null ? [] : this.#open(await chooseFolders(this.#window, this.#words)),
      'to-show': () => {
        const logs = this.#toShow
        this.#toShow = []
        return logs
      },
      'open-paths': (paths) => this.#open(paths),
      recents: () => this.#recents.list(),
      'add-recent': (recent) => {
        this.#recents.add(recent)
        this.#buildMenu()
        return undefined
      },
      'open-recent': (recent) =>
        recent.kind === 'file' && this.#recents.has(recent) ? this.#open([recent.target]) : [],
      'remove-recent': (recent) => {
        this.#recents.remove(recent)
        this.#buildMenu()
        return undefined
      },
      settings: () => this.#settings.read(),
      'change-settings': (change) => this.#changeSettings(change),
      'show-keys': (choices) => {
        this.#keys = choices
        this.#buildMenu()
        return undefined
      },
      kept: () => this.#kept.all(),
      keep: (key, value) => {
        this.#kept.keep(key, value)
        return undefined
      },
    }
  }

  #changeSettings(change: Partial<Settings>): Settings {
    const next = { ...this.#settings.read(), ...change }
    this.#settings.write(next)
    nativeTheme.themeSource = themeSource(next.theme)
    this.#buildMenu()
    return next
  }

  #buildMenu(): void {
    const template = menuTemplate({
      words: this.#words,
      platform: process.platform,
      packaged: app.isPackaged,
      recents: this.#recents.list(),
      reopens: this.#session.read().reopen,
      keysOf: createMenuKeys(this.#keys, process.platform),
      openFile: () => void this.#choose(chooseFiles),
      openFolder: () => void this.#choose(chooseFolders),
      openRecent: (path) => void this.openFiles([path]),
      setReopens: (reopen) => this.#session.write({ ...this.#session.read(), reopen }),
      openHomepage: () => this.offerOutside(HOMEPAGE),
      send: (command) => sendNotice(this.#window?.webContents ?? null, 'command', command),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  async #choose(choose: typeof chooseFiles): Promise<void> {
    if (this.#window === null) await this.showWindow()
    if (this.#window === null) return
    await this.openFiles(await choose(this.#window, this.#words))
  }
}
