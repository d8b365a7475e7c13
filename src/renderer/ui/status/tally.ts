import type { LogId } from '../../../shared/protocol.ts'
import { type PageState, selectedLog } from '../../data/page-state.ts'

/** How much of a log has come so far; null while it is not being followed on the screen. */
export interface Tally {
  readonly log: LogId
  readonly lines: number
  readonly errors: number
  /** False while the index is still finding lines that were there before. */
  readonly isWhole: boolean
}

export function tallyOf(state: PageState): Tally | null {
  const log = selectedLog(state)
  const isWatched =
    state.connection.kind === 'live' && state.follow && state.pause.kind === 'running'
  if (log === null || !isWatched) return null
  const isWhole = log.indexed >= log.bytes
  return { log: log.id, lines: log.end, errors: log.errors, isWhole }
}
