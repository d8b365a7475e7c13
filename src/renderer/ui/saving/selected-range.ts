import type { ViewId } from '../../../shared/views.ts'
import type { Fold } from '../../data/page-state.ts'
import { placeAt, type Splice } from '../../data/splices.ts'

/** Lines of the log, or rows of a view where one is named, `[from, to)`. */
export interface RowRange {
  readonly view: ViewId | null
  readonly from: number
  readonly to: number
}

/**
 * What the rows `[from, to)` of the list are to the server. A row that stands for a folded entry is
 * all of its lines. Among folded entries a selection within one that is unfolded is its lines alone;
 * one that goes beyond it takes that entry whole.
 */
export function selectedRange(
  { from, to }: { readonly from: number; readonly to: number },
  { view, fold }: { readonly view: ViewId | null; readonly fold: Fold | null },
): RowRange {
  if (fold === null) return { view, from, to }
  if (fold.kind === 'lines') {
    return { view, from: rowBelow(fold.splices, from), to: rowBelow(fold.splices, to) }
  }
  const first = entryLine(fold.splices, from)
  const last = entryLine(fold.splices, to - 1)
  if (first.line !== null && last.line !== null && first.head === last.head) {
    return { view: null, from: first.line, to: last.line + 1 }
  }
  return { view: fold.heads, from: first.head, to: last.head + 1 }
}

/** The row of the source below, behind what is left out before it. Nothing is put in there. */
function rowBelow(splices: readonly Splice[], row: number): number {
  const place = placeAt(splices, row)
  return place.kind === 'below' ? place.row : place.splice.at
}

/** The row of the head of a row's entry, and its line where the entry is unfolded. */
function entryLine(
  splices: readonly Splice[],
  row: number,
): { readonly head: number; readonly line: number | null } {
  const place = placeAt(splices, row)
  if (place.kind === 'inserted') {
    const { splice, offset } = place
    return { head: splice.at - 1, line: splice.line + offset }
  }
  const unfolded = splices.find(({ at }) => at === place.row + 1)
  return { head: place.row, line: unfolded === undefined ? null : unfolded.line - 1 }
}
