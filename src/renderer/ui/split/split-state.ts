import { z } from 'zod'
import { type LogId, logId } from '../../../shared/protocol.ts'
import { MAX_SHARE, MIN_SHARE } from './share-key.ts'

export const splitState = z.object({
  /** The log of the second list; null while there is one list only. */
  second: logId.nullable(),
  side: z.enum(['beside', 'below']),
  /** Whether either list shows the time that the other one shows. */
  linked: z.boolean(),
  /** The first list's part of the room. */
  share: z.number().min(MIN_SHARE).max(MAX_SHARE),
})

/** Whether two logs are shown at once, and how. */
export type SplitState = z.infer<typeof splitState>

export const NOT_SPLIT: SplitState = { second: null, side: 'beside', linked: true, share: 0.5 }

/**
 * The state after another log was selected: no log is shown twice, so that the one that was selected
 * takes the place of the one that is now.
 */
export function afterSelecting(
  state: SplitState,
  before: LogId | null,
  selected: LogId | null,
): SplitState {
  if (state.second === null || state.second !== selected) return state
  return { ...state, second: before === selected ? null : before }
}
