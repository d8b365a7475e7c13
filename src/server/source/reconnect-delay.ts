/** The pause before a reconnect until the server names one: what browsers take, in ms. */
export const DEFAULT_RETRY_MS = 3000

/** The growing pause ends here, in ms: a server that is back is found within half a minute. */
export const MAX_BACKOFF_MS = 30_000

/** Bounds of what a server may ask for, in ms: no busy loop, and no timer beyond setTimeout's 2^31. */
const MIN_RETRY_MS = 100
const MAX_RETRY_MS = 3_600_000

/** Share of the pause that chance adds, so that many clients do not come back at one instant. */
const JITTER = 0.05

/**
 * The pause before reconnect number `attempt` (from 1) in ms: the server's own `retryMs` first, then
 * twice as long after every further failure. A `retryMs` above the bound of the growth is kept as
 * it is. `random` is in [0, 1).
 */
export function reconnectDelay(retryMs: number, attempt: number, random: number): number {
  const base = Math.min(Math.max(retryMs, MIN_RETRY_MS), MAX_RETRY_MS)
  const grown = Math.min(base * 2 ** Math.min(attempt - 1, 20), Math.max(MAX_BACKOFF_MS, base))
  return Math.round(grown * (1 + JITTER * random))
}
