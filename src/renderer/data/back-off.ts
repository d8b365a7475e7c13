/** Wait before the first new try, in ms: a restarted server is usually back within it. */
export const FIRST_BACK_OFF_MS = 500
/** The longest wait between two tries, in ms: a person who started the server again is watching. */
export const MAX_BACK_OFF_MS = 10_000

/** Milliseconds to wait before try number `attempt` (from 1): doubled each time up to the limit. */
export function backOff(attempt: number): number {
  return Math.min(FIRST_BACK_OFF_MS * 2 ** (Math.max(attempt, 1) - 1), MAX_BACK_OFF_MS)
}
