import type { ViewState } from '../../shared/views.ts'
import type { ViewWish } from './view-wish.ts'

/** Whether the heads are those of all entries of the log. */
export function isWhole({ query, lines, time }: ViewState): boolean {
  const terms = query.all.length + query.any.length + query.none.length
  return terms === 0 && query.levels === undefined && lines === null && time === null
}

/** What a view shows, as far as heads go. */
type Shown = Pick<ViewState, 'query' | 'lines' | 'time'>

/** The wish for the heads of what a view shows; of all lines without one. */
export function wishOf(shown: Shown | null): ViewWish {
  const query = shown?.query ?? { all: [], any: [], none: [] }
  return {
    // Entries have no context: what belongs together is shown together.
    query: { ...query, entries: true, heads: true, context: 0 },
    lines: shown?.lines ?? null,
    time: shown?.time ?? null,
  }
}

/** The same for what has the same heads: for what a view shows and for a view of the heads of it. */
export function wishKey(shown: Shown | null): string {
  return JSON.stringify(wishOf(shown))
}
