import type { LineNumber } from '../../../shared/line-number.ts'
import type { LogId } from '../../../shared/protocol.ts'
import { createStore, type Store } from '../page/store.ts'

/** The dialog that is open; at most one is. */
export type OpenDialog =
  | { readonly kind: 'connect' }
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
  /** Asks whether to open an address that stands in a log. */
  | { readonly kind: 'open-link'; readonly href: string }
  | null

export type Dialogs = Store<OpenDialog>

export const createDialogs = (): Dialogs => createStore<OpenDialog>(null)
