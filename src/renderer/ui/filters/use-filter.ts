import { useSyncExternalStore } from 'react'
import type { LogId } from '../../../shared/protocol.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import type { AppliedFilter } from './filter-views.ts'
import type { LogFilter } from './log-filter.ts'

/** The filter of the selected log, behind the lines that it shows. */
export function useFilter(): LogFilter {
  return useFilterPart(whole)
}

/** A part of it: `select` must answer the same value for the same filter. */
export function useFilterPart<T>(select: (filter: LogFilter) => T): T {
  const { filters, filtering } = usePage()
  usePageState((state) => state.selected)
  return useSyncExternalStore(filtering.views.subscribe, () => select(filters.get()))
}

/** What became of it. */
export function useAppliedFilter(): AppliedFilter {
  return useAppliedFilterOf(usePageState((state) => state.selected))
}

/** The filter of any log, behind the lines that it shows. */
export function useFilterOf(log: LogId): LogFilter {
  const { filters, filtering } = usePage()
  return useSyncExternalStore(filtering.views.subscribe, () => filters.get(log))
}

/** What became of that of any log. */
export function useAppliedFilterOf(log: LogId | null): AppliedFilter {
  const { views } = usePage().filtering
  return useSyncExternalStore(views.subscribe, () => views.get(log))
}

function whole(filter: LogFilter): LogFilter {
  return filter
}
