import type { LineNumber } from '../../../shared/line-number.ts'
import type { LogId } from '../../../shared/protocol.ts'
import { createStore, type Store } from '../page/store.ts'
import type { SaveWhat } from '../saving/save-wish.ts'
import type { SaveReason } from '../saving/saving.ts'

/** The dialog that is open; at most one is. */
export type OpenDialog =
  | { readonly kind: 'connect' }
  /** Asks for the token of a listed stream. */
  | { readonly kind: 'secret'; readonly log: LogId }
  | { readonly kind: 'open' }
  | { readonly kind: 'shortcuts' }
  /** Changes the keys of commands. */
  | { readonly kind: 'shortcut-editor' }
  /** Finds commands and logs by their names. */
  | { readonly kind: 'palette' }
  /** Asks where in the log to go. */
  | { readonly kind: 'go-to' }
  /** The saved sets of filters. */
  | { readonly kind: 'filter-sets' }
  /** Shows one line whole. */
  | { readonly kind: 'whole-line'; readonly log: LogId; readonly line: LineNumber }
  /** What is coloured in the lines. */
  | { readonly kind: 'colours' }
  /** Asks whether to open an address that stands in a log. */
  | { readonly kind: 'open-link'; readonly href: string }
  /** The addresses of a line, to choose one. */
  | { readonly kind: 'links'; readonly hrefs: readonly string[] }
  /** The bookmarks of the selected log. */
  | { readonly kind: 'bookmarks' }
  /** Note and colour of one of them; with `isListed` their list comes back after it. */
  | { readonly kind: 'bookmark'; readonly mark: string; readonly isListed: boolean }
  /** Asks what to save of the selected log, and how. */
  | { readonly kind: 'save'; readonly what: SaveWhat; readonly reason: SaveReason }
  | null

export type Dialogs = Store<OpenDialog>

export const createDialogs = (): Dialogs => createStore<OpenDialog>(null)
