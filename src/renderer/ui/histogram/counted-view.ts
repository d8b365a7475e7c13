import type { ViewId } from '../../../shared/views.ts'
import { type PageState, shownView } from '../../data/page-state.ts'
import type { LogFilter } from '../filters/log-filter.ts'

/**
 * The view whose rows the histogram counts; null for all lines of the log. A filter of nothing but
 * times or line numbers shows all lines within them: the log is counted then, with its levels and
 * what lies around.
 */
export function countedView(state: PageState, { chips, levels }: LogFilter): ViewId | null {
  const selects = levels !== null || chips.some(({ mode, on }) => on && mode !== 'highlight')
  return selects ? (shownView(state, state.selected)?.id ?? null) : null
}
