import { expectedLines } from '../data/index-share.ts'
import { isIndexing } from '../data/is-indexing.ts'
import { type PageState, selectedLog, shownView } from '../data/page-state.ts'
import { EMPTY_LIST, type ListModel } from './list-model.ts'
import { modelOfRows } from './model-of-rows.ts'

/**
 * The list's model of the page's state. `before` is the model it replaces: while paused, the marks
 * and the unfinished line stay those that were on the screen.
 */
export function modelOf(state: PageState, before: ListModel): ListModel {
  const log = selectedLog(state)
  if (log === null) return EMPTY_LIST
  const view = shownView(state, log.id)
  if (view !== null) return modelOfRows(state, log.id, view.id, state.follow, before)
  const { pause } = state
  const model = {
    log: log.id,
    view: null,
    encodingKey: log.encoding,
    instance: state.server?.instance ?? '',
    first: log.first,
    expectedEnd: log.first + (expectedLines(log) ?? 0),
    follow: state.follow,
    indexing: isIndexing(log) || isCatchingUp(state, before),
  }
  if (pause.kind === 'running') {
    return { ...model, end: log.end, paused: false, marks: log.marks, partial: log.partial }
  }
  const isShown = before.log === log.id && before.view === null
  const frozen = isShown ? before : log
  return {
    ...model,
    end: pause.end,
    expectedEnd: isShown ? before.expectedEnd : pause.end,
    paused: true,
    marks: frozen.marks,
    partial: frozen.partial,
    indexing: isShown && before.indexing,
  }
}

/** Once the end is shown without numbers it stays so until the index is whole: the last few MiB count too. */
function isCatchingUp(state: PageState, before: ListModel): boolean {
  const log = selectedLog(state)
  return (
    before.indexing && before.view === null && before.log === log?.id && log.indexed < log.bytes
  )
}
