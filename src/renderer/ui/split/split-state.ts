import { z } from 'zod'
import { type LogId, logId } from '../../../shared/protocol.ts'
import { MAX_SHARE, MIN_SHARE } from './share-key.ts'

export const splitState = z.object({
  /** The log of the second list; null while there is one list only. */
  second: logId.nullable(),
  side: z.enum(['beside', 'below']),
  /** Whether either list shows the time that the other one shows. */
  linked: z.boolean(),
  /** The part of the room that the list at the left, or above, has. */
  share: z.number().min(MIN_SHARE).max(MAX_SHARE),
  /** Whether the selected log stands behind the second one: at the right, or below. */
  selectedLast: z.boolean().default(false),
})

/** Whether two logs are shown at once, and how. */
export type SplitState = z.infer<typeof splitState>

export const NOT_SPLIT: SplitState = {
  second: null,
  side: 'beside',
  linked: true,
  share: 0.5,
  selectedLast: false,
}

/**
 * The state after another log was selected. When it is the second one, the two lists change roles, and
 * neither log moves on the screen.
 */
export function afterSelecting(
  state: SplitState,
  before: LogId | null,
  selected: LogId | null,
): SplitState {
  if (state.second === null || state.second !== selected) return state
  if (before === null || before === selected) return { ...state, second: null }
  return { ...state, second: before, selectedLast: !state.selectedLast }
}
