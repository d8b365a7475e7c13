import { assertNever } from '../../../shared/assert-never.ts'
import type { LogId, LogState } from '../../../shared/protocol.ts'
import type { ViewId, ViewState } from '../../../shared/views.ts'
import { isIndexing } from '../../data/is-indexing.ts'
import type { SaveWhat } from './save-wish.ts'
import type { RowRange } from './selected-range.ts'

/** What the page shows: the log, the view of it in the list, and what is selected there. */
export interface Shown {
  readonly log: LogState
  readonly view: ViewState | null
  readonly selection: RowRange | null
  /** Whether a selected row may stand for a whole entry. */
  readonly isFolded: boolean
}

/** Rows to be saved, and how many lines they are where that is known. */
export interface SaveRange {
  readonly log: LogId
  readonly view: ViewId | null
  /** `[from, to)`; open where null. */
  readonly from: number | null
  readonly to: number | null
  readonly lines: number | null
}

/** Which rows are meant; null where there are none of the kind, as without a filter or a selection. */
export function saveRange(
  what: Exclude<SaveWhat, 'bookmarks'>,
  { log, view, selection, isFolded }: Shown,
): SaveRange | null {
  switch (what) {
    case 'log': {
      const lines = isIndexing(log) ? null : log.end - log.first
      return { log: log.id, view: null, from: null, to: null, lines }
    }
    case 'view': {
      if (view === null) return null
      const { id, first, end, phase } = view
      // A search that was ended has what it found; the server takes no other for whole.
      const to = phase.kind === 'failed' ? Number(end) : null
      const lines = phase.kind === 'scanning' ? null : end - first
      return { log: log.id, view: id, from: null, to, lines }
    }
    case 'selection': {
      if (selection === null) return null
      const lines = isFolded && selection.view !== null ? null : selection.to - selection.from
      return { log: log.id, ...selection, lines }
    }
    default:
      return assertNever(what, 'what to save')
  }
}
