import { createStore, type Store } from '../page/store.ts'

/** The dialog that is open; at most one is. */
export type OpenDialog = 'connect' | 'open' | 'shortcuts' | null

export type Dialogs = Store<OpenDialog>

export const createDialogs = (): Dialogs => createStore<OpenDialog>(null)
