import type { LogId } from '../../shared/log-id.ts'
import type { ViewId } from '../../shared/views.ts'
import { expectedLines } from '../data/index-share.ts'
import type { PageState } from '../data/page-state.ts'
import { EMPTY_LIST, type ListModel } from './list-model.ts'

/**
 * The model of a list that shows the rows of one view. `before` is the model it replaces: while the log
 * is paused the end stays that of the pause.
 */
export function modelOfRows(
  state: PageState,
  logId: LogId,
  viewId: ViewId,
  follow: boolean,
  before: ListModel,
): ListModel {
  const log = state.server?.logs.find(({ id }) => id === logId)
  const view = state.views.get(viewId)
  if (log === undefined || view === undefined) return EMPTY_LIST
  const paused = state.pause.kind === 'paused' && state.pause.log === logId
  // What matches in an unfinished line is told when it is finished.
  const frozen = paused && before.view === viewId ? before : null
  return {
    log: logId,
    view: viewId,
    encodingKey: log.encoding,
    instance: state.server?.instance ?? '',
    first: view.first,
    end: frozen === null ? view.end : Math.min(frozen.end, view.end),
    expectedEnd: log.first + (expectedLines(log) ?? 0),
    follow,
    paused,
    indexing: false,
    marks: frozen === null ? log.marks : frozen.marks,
    partial: null,
  }
}
