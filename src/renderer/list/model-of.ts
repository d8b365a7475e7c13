import type { LogState } from '../../shared/protocol.ts'
import { type PageState, selectedLog } from '../data/page-state.ts'
import { EMPTY_LIST, type ListModel } from './list-model.ts'

/**
 * Bytes that the index may lag behind before the end is shown without numbers: 8 MiB are indexed
 * in some 10 ms, so a log that only grows fast never switches over.
 */
const INDEX_LAG_BYTES = 8 * 1024 * 1024

/**
 * The list's model of the page's state. `before` is the model it replaces: while paused, the marks
 * and the unfinished line stay those that were on the screen.
 */
export function modelOf(state: PageState, before: ListModel): ListModel {
  const log = selectedLog(state)
  if (log === null) return EMPTY_LIST
  const { pause } = state
  const model = {
    log: log.id,
    encodingKey: log.encoding,
    first: log.first,
    follow: state.follow,
    indexing: isIndexing(log),
  }
  if (pause.kind === 'running') {
    return { ...model, end: log.end, paused: false, marks: log.marks, partial: log.partial }
  }
  const frozen = before.log === log.id ? before : log
  return {
    ...model,
    end: pause.end,
    paused: true,
    marks: frozen.marks,
    partial: frozen.partial,
    indexing: before.indexing,
  }
}

function isIndexing({ bytes, indexed }: LogState): boolean {
  return bytes - indexed > INDEX_LAG_BYTES
}
