import { useSyncExternalStore } from 'react'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import type { AppliedFilter } from './filter-views.ts'
import type { LogFilter } from './log-filter.ts'

/** The filter of the selected log. */
export function useFilter(): LogFilter {
  const { filters } = usePage()
  usePageState((state) => state.selected)
  return useSyncExternalStore(filters.subscribe, () => filters.get())
}

/** What became of it. */
export function useAppliedFilter(): AppliedFilter {
  const { filtering } = usePage()
  const { views } = filtering
  const selected = usePageState((state) => state.selected)
  return useSyncExternalStore(views.subscribe, () => views.get(selected))
}
