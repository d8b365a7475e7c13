import { createStore, type Store } from '../page/store.ts'

/** Whether the panel of sources is shown. */
export type Panel = Store<boolean>

export const createPanel = (isShown: boolean): Panel => createStore(isShown)
