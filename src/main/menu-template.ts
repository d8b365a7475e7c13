import type { MenuItemConstructorOptions } from 'electron'
import type { Command, Recent } from '../shared/bridge.ts'
import type { EntryKeys } from './menu-keys.ts'
import type { ShellWords } from './shell-words.ts'

/** What the menu shows, and what its entries do. */
export interface MenuOptions {
  readonly words: ShellWords
  readonly platform: NodeJS.Platform
  readonly packaged: boolean
  /** Files that were opened before; remote streams are the page's to open. */
  readonly recents: readonly Recent[]
  /** Whether the logs of this session are opened again at the next start. */
  readonly reopens: boolean
  /** The keys of a command's entry; `usual` are those that it has when the user chose no others. */
  keysOf(command: Command, usual?: string): EntryKeys
  openFile(): void
  openFolder(): void
  setReopens(reopens: boolean): void
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
      {
        label: words.openFile,
        ...options.keysOf('openFile', 'CmdOrCtrl+O'),
        click: () => options.openFile(),
      },
      {
        label: words.openFolder,
        ...options.keysOf('tabs.openFolder', 'CmdOrCtrl+Shift+O'),
        click: () => options.openFolder(),
      },
      { label: words.recent, submenu: recentEntries(options) },
      commandEntry(options, words.connectUrl, 'connectUrl', 'CmdOrCtrl+U'),
      SEPARATOR,
      commandEntry(options, words.closeLog, 'tabs.close'),
      {
        type: 'checkbox',
        label: words.reopens,
        checked: options.reopens,
        click: (entry) => options.setReopens(entry.checked),
      },
      SEPARATOR,
      mac ? { role: 'close', label: words.close } : { role: 'quit', label: words.quitApp },
    ],
  }
}

function editMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { words } = options
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
      SEPARATOR,
      commandEntry(options, words.find, 'search', 'CmdOrCtrl+F'),
      commandEntry(options, words.findNext, 'searchNext', 'F3'),
      commandEntry(options, words.findPrevious, 'searchPrevious', 'Shift+F3'),
      commandEntry(options, words.filter, 'filters.focus'),
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
      commandEntry(options, words.readLogs, 'readOrStop', 'CmdOrCtrl+Enter'),
      commandEntry(options, words.pause, 'pauseOrResume', 'CmdOrCtrl+Shift+P'),
      commandEntry(options, words.toggleGenerator, 'toggleGenerator'),
      { type: 'separator' },
      commandEntry(options, words.goToStart, 'goToStart', 'CmdOrCtrl+Home'),
      commandEntry(options, words.goToEnd, 'goToEnd', 'CmdOrCtrl+End'),
      commandEntry(options, words.goTo, 'goTo', 'CmdOrCtrl+G'),
      SEPARATOR,
      commandEntry(options, words.bookmark, 'toggleBookmark'),
      commandEntry(options, words.save, 'saveLines', 'CmdOrCtrl+S'),
    ],
  }
}

function viewMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { words, packaged } = options
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
      commandEntry(options, words.details, 'toggleDetails', 'CmdOrCtrl+I'),
      commandEntry(options, words.histogram, 'histogram.toggle'),
      commandEntry(options, words.palette, 'palette', 'CmdOrCtrl+K'),
      commandEntry(options, words.nextLog, 'tabs.next', 'Ctrl+PageDown'),
      commandEntry(options, words.previousLog, 'tabs.previous', 'Ctrl+PageUp'),
      commandEntry(options, words.split, 'split.toggle', 'CmdOrCtrl+\\'),
      SEPARATOR,
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
      commandEntry(options, words.shortcuts, 'showShortcuts'),
      { label: words.homepage, click: () => options.openHomepage() },
      ...(mac ? [] : [{ role: 'about', label: words.about } as const]),
    ],
  }
}

/** The keys are the page's own: it keeps what it handles, so that nothing is done twice. */
function commandEntry(
  options: MenuOptions,
  label: string,
  command: Command,
  usual?: string,
): MenuItemConstructorOptions {
  return {
    label,
    ...options.keysOf(command, usual),
    click: () => options.send(command),
  }
}
