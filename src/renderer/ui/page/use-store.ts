import { useSyncExternalStore } from 'react'
import type { Store } from './store.ts'

/** The value of a store, kept current. */
export function useStore<T>(store: Pick<Store<T>, 'get' | 'subscribe'>): T {
  return useSyncExternalStore(store.subscribe, store.get)
}
