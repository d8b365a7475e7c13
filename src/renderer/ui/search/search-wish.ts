import type { Term } from '../../../shared/query.ts'
import type { ViewState } from '../../../shared/views.ts'
import type { ViewWish } from '../../data/view-wish.ts'

/**
 * The view that finds `term`: in all lines, or in those that a filter shows when `shown` is its view.
 * So every match can be gone to without the filter being lifted. Where the filter shows whole entries,
 * their lines are found that have the term, whatever the others have. The lines that are shown around
 * what the filter finds are not searched: they would bring their own surroundings with them.
 */
export function searchWish(term: Term, shown: ViewState | null): ViewWish {
  if (shown === null) return { query: { all: [term], any: [], none: [], entries: false } }
  const { query, lines, time } = shown
  return {
    query: query.entries
      ? { ...query, find: term }
      : { ...query, all: [...query.all, term], context: 0 },
    lines,
    time,
  }
}
