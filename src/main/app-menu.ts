import process from 'node:process'
import { app, Menu } from 'electron'
import type { KeyChoices } from '../shared/key-choices.ts'
import { createMenuKeys } from './menu-keys.ts'
import { type MenuOptions, menuTemplate } from './menu-template.ts'
import type { ShellWords } from './shell-words.ts'
import type { UserData } from './user-data.ts'

/** What the menu's entries do. */
export type MenuActions = Pick<
  MenuOptions,
  'openFile' | 'openFolder' | 'openRecent' | 'openHomepage' | 'send'
>

export interface AppMenuParts {
  readonly data: UserData
  readonly words: () => ShellWords
  readonly actions: MenuActions
}

/** The application's menu, built anew whenever what it shows is another: Electron's menus stay as they are. */
export class AppMenu {
  readonly #parts: AppMenuParts
  /** The keys that the page said last. */
  #keys: KeyChoices = {}

  constructor(parts: AppMenuParts) {
    this.#parts = parts
  }

  showKeys(choices: KeyChoices): void {
    this.#keys = choices
    this.build()
  }

  build(): void {
    const { data, words, actions } = this.#parts
    const template = menuTemplate({
      ...actions,
      words: words(),
      platform: process.platform,
      packaged: app.isPackaged,
      recents: data.recents.list(),
      reopens: data.session.read().reopen,
      keysOf: createMenuKeys(this.#keys, process.platform),
      setReopens: (reopen) => data.session.write({ ...data.session.read(), reopen }),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
}
