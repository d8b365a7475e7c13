import { nativeTheme } from 'electron'
import type { Settings } from '../shared/bridge.ts'
import type { AppMenu } from './app-menu.ts'
import { chooseFiles } from './choose-files.ts'
import { chooseFolders } from './choose-folders.ts'
import type { RequestHandlers } from './handle-requests.ts'
import type { LogOpener } from './log-opener.ts'
import type { PageWindow } from './page-window.ts'
import type { ShellWords } from './shell-words.ts'
import { themeSource } from './theme-source.ts'
import type { UserData } from './user-data.ts'

export interface PageRequestsParts {
  readonly data: UserData
  readonly window: PageWindow
  readonly opener: LogOpener
  readonly menu: AppMenu
  readonly words: () => ShellWords
}

/** What the page may ask of the app, and who answers. */
export function pageRequests(parts: PageRequestsParts): RequestHandlers {
  const { data, window, opener, menu, words } = parts
  const { recents, kept } = data

  async function choose(ask: typeof chooseFiles) {
    const { current } = window
    return current === null ? [] : opener.open(await ask(current, words()))
  }

  function changeSettings(change: Partial<Settings>): Settings {
    const next = { ...data.settings.read(), ...change }
    data.settings.write(next)
    nativeTheme.themeSource = themeSource(next.theme)
    menu.build()
    return next
  }

  return {
    'open-file-dialog': () => choose(chooseFiles),
    'open-folder-dialog': () => choose(chooseFolders),
    'to-show': () => opener.takeToShow(),
    'open-paths': (paths) => opener.open(paths),
    recents: () => recents.list(),
    'add-recent': (recent) => {
      recents.add(recent)
      menu.build()
      return undefined
    },
    'open-recent': (recent) =>
      recent.kind === 'file' && recents.has(recent) ? opener.open([recent.target]) : [],
    'remove-recent': (recent) => {
      recents.remove(recent)
      menu.build()
      return undefined
    },
    settings: () => data.settings.read(),
    'change-settings': changeSettings,
    'show-keys': (choices) => {
      menu.showKeys(choices)
      return undefined
    },
    kept: () => kept.all(),
    keep: (key, value) => {
      kept.keep(key, value)
      return undefined
    },
  }
}
