import { useSyncExternalStore } from 'react'
import { usePage } from '../page/page-context.ts'
import type { LogSearch } from './log-search.ts'

/** The search of the selected log, kept current. */
export function useSearch(): LogSearch {
  return useSearchPart(whole)
}

/** A part of it: `select` must answer the same value for the same search. */
export function useSearchPart<T>(select: (search: LogSearch) => T): T {
  const { searches } = usePage().search
  return useSyncExternalStore(searches.subscribe, () => select(searches.get()))
}

function whole(search: LogSearch): LogSearch {
  return search
}
