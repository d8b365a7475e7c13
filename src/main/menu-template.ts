import type { MenuItemConstructorOptions } from 'electron'
import type { Command, Recent } from '../shared/bridge.ts'
import type { ShellWords } from './shell-words.ts'

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

/** The application menu: the platform's own entries as roles, ours as commands to the page. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const mac = options.platform === 'darwin'
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    fileMenu(options, mac),
    { label: options.words.edit, role: 'editMenu' },
    logMenu(options),
    viewMenu(options),
    { role: 'windowMenu' },
    helpMenu(options, mac),
  ]
}

function fileMenu(options: MenuOptions, mac: boolean): MenuItemConstructorOptions {
  const { words } = options
  return {
    label: words.file,
    submenu: [
      { label: words.openFile, accelerator: 'CmdOrCtrl+O', click: () => options.openFile() },
      { label: words.recent, submenu: recentEntries(options) },
      commandEntry(options, words.connectUrl, 'connect-url', 'CmdOrCtrl+Shift+O'),
      { type: 'separator' },
      { role: mac ? 'close' : 'quit' },
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
      commandEntry(options, words.readLogs, 'read-logs', 'CmdOrCtrl+L'),
      commandEntry(options, words.pause, 'pause', 'CmdOrCtrl+Shift+P'),
      commandEntry(options, words.toggleGenerator, 'toggle-generator'),
      { type: 'separator' },
      commandEntry(options, words.goToStart, 'go-to-start', 'CmdOrCtrl+Home'),
      commandEntry(options, words.goToEnd, 'go-to-end', 'CmdOrCtrl+End'),
    ],
  }
}

function viewMenu(options: MenuOptions): MenuItemConstructorOptions {
  const debug: MenuItemConstructorOptions[] = options.packaged
    ? []
    : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }]
  return {
    label: options.words.view,
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
      ...debug,
    ],
  }
}

function helpMenu(options: MenuOptions, mac: boolean): MenuItemConstructorOptions {
  const about: MenuItemConstructorOptions[] = mac ? [] : [{ role: 'about' }]
  return {
    role: 'help',
    submenu: [{ label: options.words.homepage, click: () => options.openHomepage() }, ...about],
  }
}

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
