/**
 * A stand-in for the `electron` module: what src/main uses of it, in front of a real Chromium page
 * driven by Playwright. Vitest resolves 'electron' to this file, so that the shell's own modules run
 * unchanged where no Electron runtime can be had. It proves what the shell asks of Electron, not what
 * Electron does with it; test/e2e/electron.spec.ts asks the real one wherever it is.
 */
import { EventEmitter } from 'node:events'
import { app } from './electron-stand-in-app.ts'
import { scene } from './electron-stand-in-control.ts'
import { ipcMain } from './electron-stand-in-ipc.ts'
import { session } from './electron-stand-in-session.ts'
import { BrowserWindow } from './electron-stand-in-window.ts'

export { app, BrowserWindow, ipcMain, session }

/** Options come last; the window before them is optional. */
function optionsOf(args: readonly unknown[]): Record<string, unknown> {
  return { ...Object(args.at(-1)) }
}

export const dialog = {
  async showOpenDialog(...args: unknown[]) {
    scene.dialogs.push({ kind: 'open', options: optionsOf(args) })
    const filePaths = scene.fileAnswers.shift()
    return { canceled: filePaths === undefined, filePaths: filePaths ?? [] }
  },
  async showMessageBox(...args: unknown[]) {
    const options = optionsOf(args)
    scene.dialogs.push({ kind: 'message', options })
    return { response: scene.buttonAnswers.shift() ?? Number(options.cancelId ?? 0) }
  },
  showErrorBox(title: string, content: string) {
    scene.dialogs.push({ kind: 'error', options: { title, content } })
  },
}

export const shell = {
  async openExternal(address: string) {
    scene.external.push(address)
  },
}

/** A menu entry as the template describes it. */
export interface MenuEntry {
  readonly label?: string
  readonly role?: string
  readonly accelerator?: string
  readonly submenu?: readonly MenuEntry[]
  readonly click?: (entry?: { readonly checked: boolean }) => void
}

let applicationMenu: readonly MenuEntry[] = []

export const Menu = {
  buildFromTemplate: (template: readonly MenuEntry[]) => template,
  setApplicationMenu(menu: readonly MenuEntry[]) {
    applicationMenu = menu
  },
  /** The menu that is set now. */
  current: () => applicationMenu,
}

class StandInTheme extends EventEmitter {
  #source = 'system'
  systemIsDark = false

  get themeSource(): string {
    return this.#source
  }
  set themeSource(source: string) {
    this.#source = source
    this.emit('updated')
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.systemIsDark : this.#source === 'dark'
  }
}

export const nativeTheme = new StandInTheme()

export const screen = {
  getAllDisplays: () => scene.displays.map((workArea) => ({ workArea })),
  getPrimaryDisplay: () => {
    const [workArea] = scene.displays
    if (workArea === undefined) throw new Error('The scene has no display.')
    return { workArea }
  },
}

/** electron-store takes the module's default export. */
const electron: Readonly<Record<string, unknown>> = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  screen,
  session,
  shell,
}
export default electron
