import type { MenuItemConstructorOptions } from 'electron'
import type { Command, Recent } from '../shared/bridge.ts'
import type { ShellWords } from './shell-words.ts'

/** What the menu shows, and what its entries do. */
export interface MenuOptions {
  readonly words: ShellWords
  readonly platform: NodeJS.Platform
  readonly packaged: boolean
  /** Files that were opened before; remote streams are the page's to open. */
  readonly recents: readonly Recent[]
  openFile(): void
  openRecent(path: string): void
  openHomepage(): void
  /** Tells the page to do what the entry says. */
  send(command: Command): void
}

/**
 * The application menu: the platform's own entries as roles, ours as commands to the page. Roles get
 * our words, since Electron's own labels are English in every language.
 */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const mac = options.platform === 'darwin'
  return [
    ...(mac ? [appMenu(options)] : []),
    fileMenu(options, mac),
    editMenu(options),
    logMenu(options),
    viewMenu(options),
    windowMenu(options, mac),
    helpMenu(options, mac),
  ]
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

function appMenu({ words }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: 'Rastro',
    submenu: [
      { role: 'about', label: words.about },
      SEPARATOR,
      { role: 'services', label: words.services },
      SEPARATOR,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.unhide },
      SEPARATOR,
      { role: 'quit', label: words.quitApp },
    ],
  }
}

function fileMenu(options: MenuOptions, mac: boolean): MenuItemConstructorOptions {
  const { words } = options
  return {
    label: words.file,
    submenu: [
      { label: words.openFile, accelerator: 'CmdOrCtrl+O', click: () => options.openFile() },
      { label: words.recent, submenu: recentEntries(options) },
      commandEntry(options, words.connectUrl, 'connect-url', 'CmdOrCtrl+U'),
      SEPARATOR,
      mac ? { role: 'close', label: words.close } : { role: 'quit', label: words.quitApp },
    ],
  }
}

function editMenu({ words }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: words.edit,
    submenu: [
      { role: 'undo', label: words.undo },
      { role: 'redo', label: words.redo },
      SEPARATOR,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
    ],
  }
}

function recentEntries(options: MenuOptions): MenuItemConstructorOptions[] {
  const files = options.recents.filter((recent) => recent.kind === 'file')
  if (files.length === 0) return [{ label: options.words.noRecent, enabled: false }]
  return files.map(({ target }) => ({
    // An ampersand marks a mnemonic in a menu label; a path means it as itself.
    label: target.replaceAll('&', '&&'),
    click: () => options.openRecent(target),
  }))
}

function logMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { words } = options
  return {
    label: words.log,
    submenu: [
      commandEntry(options, words.readLogs, 'read-logs', 'CmdOrCtrl+Enter'),
      commandEntry(options, words.pause, 'pause', 'CmdOrCtrl+Shift+P'),
      commandEntry(options, words.toggleGenerator, 'toggle-generator'),
      { type: 'separator' },
      commandEntry(options, words.goToStart, 'go-to-start', 'CmdOrCtrl+Home'),
      commandEntry(options, words.goToEnd, 'go-to-end', 'CmdOrCtrl+End'),
    ],
  }
}

function viewMenu({ words, packaged }: MenuOptions): MenuItemConstructorOptions {
  const debug: MenuItemConstructorOptions[] = packaged
    ? []
    : [
        SEPARATOR,
        { role: 'reload', label: words.reload },
        { role: 'toggleDevTools', label: words.devTools },
      ]
  return {
    label: words.view,
    submenu: [
      { role: 'resetZoom', label: words.resetZoom },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      SEPARATOR,
      { role: 'togglefullscreen', label: words.fullScreen },
      ...debug,
    ],
  }
}

function windowMenu({ words }: MenuOptions, mac: boolean): MenuItemConstructorOptions {
  return {
    role: 'window',
    label: words.window,
    submenu: [
      { role: 'minimize', label: words.minimize },
      mac ? { role: 'zoom', label: words.zoom } : { role: 'close', label: words.close },
      ...(mac ? [SEPARATOR, { role: 'front', label: words.front } as const] : []),
    ],
  }
}

function helpMenu(options: MenuOptions, mac: boolean): MenuItemConstructorOptions {
  const { words } = options
  return {
    role: 'help',
    label: words.help,
    submenu: [
      { label: words.homepage, click: () => options.openHomepage() },
      ...(mac ? [] : [{ role: 'about', label: words.about } as const]),
    ],
  }
}

/** The accelerators are the page's own keys: it keeps what it handles, so that nothing is done twice. */
function commandEntry(
  options: MenuOptions,
  label: string,
  command: Command,
  accelerator?: string,
): MenuItemConstructorOptions {
  return {
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => options.send(command),
  }
}
