import { useSyncExternalStore } from 'react'
import { usePage } from '../page/page-context.ts'
import type { LogSearch } from './log-search.ts'

/** The search of the selected log, kept current. */
export function useSearch(): LogSearch {
  const { searches } = usePage().search
  return useSyncExternalStore(searches.subscribe, searches.get)
}
