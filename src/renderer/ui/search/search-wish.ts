import type { Term } from '../../../shared/query.ts'
import type { ViewState } from '../../../shared/views.ts'
import type { ViewWish } from '../../data/view-wish.ts'

/**
 * The view that finds `term`: in all lines, or in those that a filter shows when `shown` is its view.
 * So every match can be gone to without the filter being lifted.
 */
export function searchWish(term: Term, shown: ViewState | null): ViewWish {
  if (shown === null) return { query: { all: [term], any: [], none: [], entries: false } }
  const { query, lines, time } = shown
  return { query: { ...query, all: [...query.all, term] }, lines, time }
}
