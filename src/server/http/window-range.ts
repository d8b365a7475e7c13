import { MAX_WINDOW_LINES } from '../../shared/protocol.ts'
import { ApiFailure } from './api-failure.ts'
import { wholeNumber } from './whole-number.ts'

/** The parameters `from` and `to` of a window, cut to the most that one has; refuses others with 400. */
export function windowRange(query: URLSearchParams): {
  readonly from: number
  readonly to: number
} {
  const from = wholeNumber(query, 'from')
  const to = wholeNumber(query, 'to')
  if (to < from) throw new ApiFailure('bad-request', 'The parameter `to` is below `from`.')
  return { from, to: Math.min(to, from + MAX_WINDOW_LINES, Number.MAX_SAFE_INTEGER) }
}
