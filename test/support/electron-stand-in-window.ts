import { EventEmitter } from 'node:events'
import type { Frame, Page, Route } from '@playwright/test'
import { app } from './electron-stand-in-app.ts'
import { preventable } from './electron-stand-in-event.ts'
import { ipcMain } from './electron-stand-in-ipc.ts'
import { DELIVER, INVOKE, preloadScript } from './electron-stand-in-preload.ts'
import { type StandInSession, session } from './electron-stand-in-session.ts'

interface WindowOptions {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly minWidth: number
  readonly minHeight: number
  readonly show: boolean
  readonly title: string
  readonly backgroundColor: string
  readonly webPreferences: Readonly<Record<string, unknown>> & {
    readonly partition: string
    readonly preload: string
  }
}

type OpenHandler = (details: { url: string }) => { action: 'deny' | 'allow' }

/** Stand-in for `WebContents`, in front of a real page of Chromium. */
export class StandInContents extends EventEmitter {
  readonly #preload: string
  #page: Page | null = null
  #destroyed = false
  #loading = false
  openHandler: OpenHandler | null = null

  constructor(preload: string) {
    super()
    this.#preload = preload
  }

  get page(): Page {
    if (this.#page === null) throw new Error('The window was not loaded yet.')
    return this.#page
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }
  send(channel: string, ...args: unknown[]): void {
    const script = `window[${JSON.stringify(DELIVER)}]?.(${JSON.stringify(channel)}, ${JSON.stringify(args)})`
    // A page that is being closed or navigated loses the message, as in Electron.
    this.#page?.evaluate(script).catch(() => undefined)
  }
  async load(url: string, from: StandInSession): Promise<void> {
    this.#page ??= await this.#open(from)
    this.#loading = true
    try {
      await this.#page.goto(url)
    } finally {
      this.#loading = false
    }
  }
  destroy(): void {
    this.#destroyed = true
    this.#page?.close().catch(() => undefined)
    this.emit('destroyed')
  }

  async #open(from: StandInSession): Promise<Page> {
    const context = await from.context()
    const page = await context.newPage()
    await page.exposeBinding(INVOKE, ({ frame }, channel: string, args: unknown[]) =>
      ipcMain.invoke({ sender: this, senderFrame: senderFrame(frame) }, channel, args),
    )
    await page.addInitScript(await preloadScript(this.#preload))
    await page.route('**/*', (route) => this.#pass(route, page))
    page.on('popup', (popup) => {
      const action = this.openHandler?.({ url: popup.url() }).action ?? 'allow'
      if (action === 'deny') popup.close().catch(() => undefined)
    })
    return page
  }

  /** Navigations that the page itself begins ask the listeners, in Electron's order. */
  async #pass(route: Route, page: Page): Promise<void> {
    const request = route.request()
    const isMainFrame = request.isNavigationRequest() && request.frame() === page.mainFrame()
    // loadURL is the shell's own doing and asks nobody.
    if (request.isNavigationRequest() && !(isMainFrame && this.#loading)) {
      const event = preventable({ url: request.url(), isMainFrame })
      this.emit('will-frame-navigate', event)
      if (isMainFrame) this.emit('will-navigate', event)
      if (event.defaultPrevented) return await route.abort('aborted')
    }
    await route.continue()
  }
}

interface SenderFrame {
  readonly url: string
  readonly parent: SenderFrame | null
}

function senderFrame(frame: Frame): SenderFrame {
  const parent = frame.parentFrame()
  return { url: frame.url(), parent: parent === null ? null : senderFrame(parent) }
}

/** Stand-in for `BrowserWindow`. */
export class BrowserWindow extends EventEmitter {
  static #all = new Set<BrowserWindow>()
  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.#all]
  }

  readonly options: WindowOptions
  readonly webContents: StandInContents
  shown = false
  focused = 0
  maximized = false
  minimized = false
  backgroundColor: string
  bounds: { x: number; y: number; width: number; height: number }
  #destroyed = false

  constructor(options: WindowOptions) {
    super()
    this.options = options
    this.webContents = new StandInContents(options.webPreferences.preload)
    this.backgroundColor = options.backgroundColor
    this.bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width,
      height: options.height,
    }
    BrowserWindow.#all.add(this)
    app.windows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    const from = session.fromPartition(this.options.webPreferences.partition)
    await this.webContents.load(url, from)
    this.emit('ready-to-show')
  }
  show(): void {
    this.shown = true
  }
  focus(): void {
    this.focused += 1
  }
  maximize(): void {
    this.maximized = true
  }
  isMaximized(): boolean {
    return this.maximized
  }
  isMinimized(): boolean {
    return this.minimized
  }
  restore(): void {
    this.minimized = false
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }
  getNormalBounds() {
    return this.bounds
  }
  setBackgroundColor(color: string): void {
    this.backgroundColor = color
  }
  close(): void {
    const event = preventable()
    this.emit('close', event)
    if (event.defaultPrevented) return
    this.destroy()
    if (BrowserWindow.#all.size === 0) app.emit('window-all-closed')
  }
  destroy(): void {
    this.#destroyed = true
    BrowserWindow.#all.delete(this)
    app.windows.delete(this)
    this.webContents.destroy()
    this.emit('closed')
  }
}
