import { useSyncExternalStore } from 'react'
import type { PageState } from '../../data/page-state.ts'
import { usePage } from './page-context.ts'

/**
 * A part of the page's state, kept current. `select` must answer the same value for the same
 * state: a primitive or a piece of the state itself.
 */
export function usePageState<T>(select: (state: PageState) => T): T {
  const { session } = usePage()
  return useSyncExternalStore(session.subscribe, () => select(session.getState()))
}
