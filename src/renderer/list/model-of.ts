import type { LogId } from '../../shared/log-id.ts'
import type { LogState } from '../../shared/protocol.ts'
import type { ViewId } from '../../shared/views.ts'
import { expectedLines } from '../data/index-share.ts'
import { isIndexing } from '../data/is-indexing.ts'
import { type Fold, type PageState, type Pause, shownView } from '../data/page-state.ts'
import { rowAbove, splicedEnd } from '../data/splices.ts'
import { EMPTY_LIST, hasEveryLine, type ListModel } from './list-model.ts'

/** What a list shows. */
export interface Shown {
  readonly log: LogId | null
  /** These rows and no others, without folded entries; left out: what the page shows of the log. */
  readonly view?: ViewId
  /** Whether it shows the end. */
  readonly follow: boolean
  /** The row at which a pause ends that began before these rows were shown, where it is known. */
  readonly limit?: number | null
}

/** The log that is selected, as the page follows it. */
export function selectedShown({ selected, follow }: PageState): Shown {
  return { log: selected, follow }
}

/**
 * The list's model of the page's state: the lines of a log, or the rows that are shown of it. `before`
 * is the model it replaces: while paused, the end, the marks and the unfinished line stay those that
 * were on the screen.
 */
export function modelOf(
  state: PageState,
  before: ListModel,
  shown: Shown = selectedShown(state),
): ListModel {
  const { log: id, follow, limit = null } = shown
  const log = state.server?.logs.find((one) => one.id === id)
  if (log === undefined) return EMPTY_LIST
  const fold = shown.view === undefined ? (state.folds.get(log.id) ?? null) : null
  const view = shown.view ?? viewOf(state, log.id, fold)
  const rows = view === null ? log : state.views.get(view)
  const pause = state.pause.kind === 'paused' && state.pause.log === log.id ? state.pause : null
  const isSame = before.log === log.id && before.view === view
  const isFrozen = pause !== null && isSame && (before.frozen || !before.paused)
  const frozen = isFrozen ? before : null
  const first = rows?.first ?? 0
  const end = Math.min(
    rows?.end ?? 0,
    frozen?.endBelow ?? (pause && limit) ?? Number.POSITIVE_INFINITY,
  )
  // In lines a pause knows its end from the beginning.
  const endBelow = Math.max(first, view === null && pause !== null ? pause.end : end)
  // A search that has caught up once is not left for what comes later.
  const searching = isScanning(state, view) && !(isSame && before.follow)
  const all = hasEveryLine({ view, fold })
  // What is unfinished now follows lines that a pause leaves out.
  const unfinished = pause !== null && pause.end < log.end ? null : log.partial
  const partial = frozen === null ? unfinished : frozen.partial
  return {
    log: log.id,
    view,
    fold,
    encodingKey: log.encoding,
    instance: state.server?.instance ?? '',
    ...spliced(fold, first, endBelow),
    endBelow,
    expectedEnd:
      frozen?.expectedEnd ??
      (pause !== null && all ? pause.end : log.first + (expectedLines(log) ?? 0)),
    follow: follow && !searching,
    searching: follow && searching,
    paused: pause !== null,
    frozen: isFrozen,
    indexing: all && isWithoutNumbers(log, before, pause, isSame),
    marks: frozen === null ? log.marks : frozen.marks,
    // What is unfinished matches nothing yet, and belongs to no entry.
    partial: all ? partial : null,
  }
}

function isScanning(state: PageState, view: ViewId | null): boolean {
  return view !== null && state.views.get(view)?.phase.kind === 'scanning'
}

function viewOf(state: PageState, log: LogId, fold: Fold | null): ViewId | null {
  return fold?.kind === 'heads' ? fold.heads : (shownView(state, log)?.id ?? null)
}

function spliced(fold: Fold | null, first: number, end: number): { first: number; end: number } {
  if (fold === null) return { first, end }
  return { first: rowAbove(fold.splices, first), end: splicedEnd(fold.splices, end) }
}

/** Once the end is shown without numbers it stays so until the index is whole: the last few MiB count too. */
function isWithoutNumbers(
  log: LogState,
  before: ListModel,
  pause: Pause | null,
  isSame: boolean,
): boolean {
  if (pause !== null) return isSame && before.indexing
  return isIndexing(log) || (isSame && before.indexing && log.indexed < log.bytes)
}
