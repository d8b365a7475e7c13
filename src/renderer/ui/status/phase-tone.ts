import { assertNever } from '../../../shared/assert-never.ts'
import type { LogPhase } from '../../../shared/protocol.ts'
import type { Tone } from './tone.ts'

/** The tone of what one log is doing, for its dot in the list of sources. */
export function phaseTone(phase: LogPhase): Tone {
  switch (phase.kind) {
    case 'following':
    case 'live':
      return 'live'
    case 'opening':
    case 'connecting':
      return 'busy'
    case 'waiting':
    case 'reconnecting':
      return 'warning'
    case 'refused':
      return 'danger'
    case 'ended':
      return 'idle'
    default:
      return assertNever(phase, 'phase')
  }
}
