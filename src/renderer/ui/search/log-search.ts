import type { LineNumber } from '../../../shared/line-number.ts'
import type { ApiErrorCode } from '../../../shared/protocol.ts'
import type { ViewId } from '../../../shared/views.ts'
import { EMPTY_INPUT, type SearchInput } from './search-input.ts'

/** Why nothing is searched for. */
export type SearchRefusal =
  /** The pattern has a mistake at `at`, in UTF-16 units; null when the parser cannot tell where. */
  | { readonly kind: 'invalid'; readonly at: number | null; readonly message: string }
  | { readonly kind: 'refused'; readonly error: ApiErrorCode | 'network' }

/** Where the search of one log stands. */
export type SearchPhase =
  /** Nothing is looked for or marked; what was typed stays, to go on with. */
  | { readonly kind: 'closed' }
  /** `view` has the matches; null before the first answer and while nothing is typed. */
  | { readonly kind: 'open'; readonly view: ViewId | null }
  /** `view` has the matches of what was typed before, if there were some. */
  | {
      readonly kind: 'refused'
      readonly refusal: SearchRefusal
      readonly view: ViewId | null
    }

/** The match that was gone to last. */
export interface Visit {
  readonly view: ViewId
  readonly row: number
  readonly line: LineNumber
  /** The search went on from the other end: at which one it arrived. */
  readonly wrapped: 'first' | 'last' | null
}

/** The search of one log. */
export interface LogSearch {
  readonly input: SearchInput
  readonly phase: SearchPhase
  readonly visit: Visit | null
}

/** A log in which nobody searched yet. */
export const NO_SEARCH: LogSearch = {
  input: EMPTY_INPUT,
  phase: { kind: 'closed' },
  visit: null,
}

/** The view whose rows are on the screen, of what is typed or of what was typed before. */
export function resultsOf({ phase }: LogSearch): ViewId | null {
  return phase.kind === 'closed' ? null : phase.view
}
