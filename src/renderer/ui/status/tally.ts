import type { LogId } from '../../../shared/protocol.ts'
import { type PageState, selectedLog } from '../../data/page-state.ts'

/** How much of a log has come so far; null while it is not being followed on the screen. */
export interface Tally {
  readonly log: LogId
  readonly lines: number
  readonly errors: number
}

export function tallyOf(state: PageState): Tally | null {
  const log = selectedLog(state)
  const isWatched =
    state.connection.kind === 'live' && state.follow && state.pause.kind === 'running'
  return log === null || !isWatched ? null : { log: log.id, lines: log.end, errors: log.errors }
}
