/**
 * The contract between the page and Electron's main process, whole: the preload exposes one object
 * of type {@link Bridge} as `window.rastro`, and every channel of IPC is a key of {@link Requests}
 * or {@link Notices}. In a browser `window.rastro` is undefined.
 */
import { z } from 'zod'
import type { KeyChoices } from './key-choices.ts'
import { type LogId, logId } from './protocol.ts'

/** The languages of page, menus and dialogs. */
export const locale = z.enum(['pt-BR', 'en'])
export type Locale = z.infer<typeof locale>

/** The colours of page and window; `contrast` is strong in light and in dark, as the system is. */
export const theme = z.enum(['system', 'light', 'dark', 'contrast'])
export type Theme = z.infer<typeof theme>

/** What the user chose; a locale of null follows the system. */
export const settings = z.object({
  locale: locale.nullable(),
  theme,
})
export type Settings = z.infer<typeof settings>

/** The id of a command that the page carries out for an entry of the menu. */
export const command = z.string().regex(/^[a-zA-Z][\w.:-]{0,63}$/)
export type Command = z.infer<typeof command>

/** A log that was opened before. */
export interface Recent {
  readonly kind: 'file' | 'remote'
  /** Path or URL. */
  readonly target: string
}

/** A value that the page keeps over restarts: its key, and a text that only the page understands. */
export const keptKey = z.string().regex(/^[a-z][a-z0-9:.-]{0,63}$/)
export const keptValue = z.string().max(256 * 1024)

/** Channels from the page to main: arguments and answer of each. */
export interface Requests {
  /** Shows the native dialog; the logs that were opened, empty when it was cancelled. */
  'open-file-dialog': { readonly args: readonly []; readonly answer: readonly LogId[] }
  /** The same for folders: their logs, and those that will come. */
  'open-folder-dialog': { readonly args: readonly []; readonly answer: readonly LogId[] }
  /** The logs of the launch, once: the page shows the last one of them. */
  'to-show': { readonly args: readonly []; readonly answer: readonly LogId[] }
  /** Opens dropped files and folders by their paths. */
  'open-paths': {
    readonly args: readonly [paths: readonly string[]]
    readonly answer: readonly LogId[]
  }
  recents: { readonly args: readonly []; readonly answer: readonly Recent[] }
  /** Keeps an address without its token; files are kept by main itself when it opens them. */
  'add-recent': { readonly args: readonly [recent: Recent]; readonly answer: undefined }
  /** Opens a file of main's own list again; empty when it is not in there. */
  'open-recent': { readonly args: readonly [recent: Recent]; readonly answer: readonly LogId[] }
  'remove-recent': { readonly args: readonly [recent: Recent]; readonly answer: undefined }
  settings: { readonly args: readonly []; readonly answer: Settings }
  'change-settings': {
    readonly args: readonly [change: Partial<Settings>]
    readonly answer: Settings
  }
  /** The menu shows these keys, and acts on them, in the place of its own. */
  'show-keys': { readonly args: readonly [choices: KeyChoices]; readonly answer: undefined }
  /** All that the page kept, by key. */
  kept: { readonly args: readonly []; readonly answer: Readonly<Record<string, string>> }
  /** Keeps a value of the page's; null forgets it. */
  keep: {
    readonly args: readonly [key: string, value: string | null]
    readonly answer: undefined
  }
}

/** Channels from main to the page. */
export interface Notices {
  /** Files were opened by a second launch, the menu or the system. */
  opened: readonly LogId[]
  command: Command
}

/** A file of a drop: the DOM's `File`, named here by what this layer knows of it. */
export interface DroppedFile {
  readonly name: string
}

/** What the page sees of Electron. */
export interface Bridge {
  readonly platform: string
  openFileDialog(): Promise<readonly LogId[]>
  openFolderDialog(): Promise<readonly LogId[]>
  /** The logs that the app was started with, at the first call. */
  toShow(): Promise<readonly LogId[]>
  /** `files` are those of a drop; their paths are resolved in the preload. */
  openDropped(files: readonly DroppedFile[]): Promise<readonly LogId[]>
  recents(): Promise<readonly Recent[]>
  /** Takes addresses only, without a token in them. */
  addRecent(recent: Recent): Promise<void>
  /** Opens a file that was opened before; empty when main does not know it. */
  openRecent(recent: Recent): Promise<readonly LogId[]>
  removeRecent(recent: Recent): Promise<void>
  settings(): Promise<Settings>
  changeSettings(change: Partial<Settings>): Promise<Settings>
  /** Lets the menu show the keys that the user chose for commands. */
  showKeys(choices: KeyChoices): Promise<void>
  /** What the page kept, by key. */
  kept(): Promise<Readonly<Record<string, string>>>
  /** Keeps a value over restarts; null forgets it. */
  keep(key: string, value: string | null): Promise<void>
  onOpened(listener: (logs: readonly LogId[]) => void): () => void
  onCommand(listener: (command: Command) => void): () => void
}

/** Paths that one drop or launch may bring: more logs at once nobody reads. */
export const MAX_PATHS = 64

/** The paths of one drop or launch; each of at most PATH_MAX, 4 096 bytes, in UTF-16 units. */
export const paths = z.array(z.string().min(1).max(4096)).max(MAX_PATHS)

/** The logs that one drop or launch opened. */
export const logIds = z.array(logId).max(MAX_PATHS)
