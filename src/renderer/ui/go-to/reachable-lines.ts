import { indexShare } from '../../data/index-share.ts'
import { type PageState, selectedLog } from '../../data/page-state.ts'

/** The lines of the selected log that have numbers: `[first, end)`. */
export interface ReachableLines {
  readonly first: number
  readonly end: number
  /** The share of the log that the index covers, below 1; null when it has found all that is there. */
  readonly indexed: number | null
}

/** The lines that the list can show now; none without a log, and while paused those of the pause. */
export function reachableLines(state: PageState): ReachableLines {
  const log = selectedLog(state)
  if (log === null) return { first: 0, end: 0, indexed: null }
  const { pause } = state
  if (pause.kind === 'paused') return { first: log.first, end: pause.end, indexed: null }
  return { first: log.first, end: log.end, indexed: indexShare(log) }
}
