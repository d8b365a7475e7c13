import { assertNever } from '../../../shared/assert-never.ts'
import type { ApiErrorCode, LogPhase, LogState } from '../../../shared/protocol.ts'
import { type Connection, type PageState, selectedLog } from '../../data/page-state.ts'
import { hasNoLines } from './has-no-lines.ts'

/** What stands in the middle of the page: the lines, or a reason why there are none and what to do. */
export type StageView =
  | { readonly kind: 'lines'; readonly log: LogState }
  /** The server has not answered yet. */
  | { readonly kind: 'loading' }
  | { readonly kind: 'server-away' }
  /** The server does not let this page in. */
  | { readonly kind: 'refused'; readonly error: ApiErrorCode }
  | { readonly kind: 'no-log' }
  /** A log is chosen and Ler Logs was never pressed for it. */
  | { readonly kind: 'unread'; readonly log: LogState }
  /** The log has no lines so far; its phase says why. */
  | { readonly kind: 'no-lines'; readonly log: LogState; readonly phase: LogPhase }

/** `wasRead` tells whether the stream was ever open while this log was selected. */
export function stageView(state: PageState, wasRead: boolean): StageView {
  if (state.server === null) return withoutServer(state.connection)
  const log = selectedLog(state)
  if (log === null) return { kind: 'no-log' }
  if (!wasRead) return { kind: 'unread', log }
  if (hasNoLines(log)) return { kind: 'no-lines', log, phase: log.phase }
  return { kind: 'lines', log }
}

function withoutServer(connection: Connection): StageView {
  switch (connection.kind) {
    case 'refused':
      return { kind: 'refused', error: connection.error }
    case 'reconnecting':
      return { kind: 'server-away' }
    case 'idle':
    case 'connecting':
    case 'live':
      return { kind: 'loading' }
    default:
      return assertNever(connection, 'connection')
  }
}
