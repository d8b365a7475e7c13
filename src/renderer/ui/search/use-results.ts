import type { ViewState } from '../../../shared/views.ts'
import { usePageState } from '../page/use-page-state.ts'
import { resultsOf } from './log-search.ts'
import { useSearch } from './use-search.ts'

/** The view of the selected log's search, kept current; null while there is none. */
export function useResults(): ViewState | null {
  const view = resultsOf(useSearch())
  return usePageState((state) => (view === null ? null : (state.views.get(view) ?? null)))
}
