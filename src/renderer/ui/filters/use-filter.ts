import { useSyncExternalStore } from 'react'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { type FilterStatus, filterStatus } from './filter-status.ts'
import type { LogFilter } from './log-filter.ts'

/** The filter of the selected log. */
export function useFilter(): LogFilter {
  const { filters, session } = usePage()
  usePageState((state) => state.selected)
  return useSyncExternalStore(filters.subscribe, () =>
    filters.get(session.getState().selected ?? undefined),
  )
}

/** What became of it; follows the log at most thirty times a second, as the session tells. */
export function useFilterStatus(filter: LogFilter): FilterStatus {
  const { session, filtering } = usePage()
  const { views } = filtering
  usePageState((state) => state.views)
  usePageState((state) => state.server)
  const state = session.getState()
  const applied = useSyncExternalStore(views.subscribe, () =>
    views.get(session.getState().selected),
  )
  return filterStatus(state, state.selected, filter, applied)
}
