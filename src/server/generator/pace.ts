/** Shortest time between two writes, in ms: 50 batches a second look continuous and cost little. */
const MIN_TICK_MS = 20

/** What is made up for after the process was held up, in ms; what is older is left out, not burst. */
const MAX_CATCH_UP_MS = 1000

/** When lines are due: arithmetic on a clock that never goes back, in ms. */
export interface Pace {
  /** How many lines are due at `now` that were not handed out before. */
  take(now: number): number
  /** How long after `now` to ask again, in ms. */
  wait(now: number): number
}

/**
 * Line n is due at `start + n * intervalMs`, always counted from the start: timers that fire late by
 * a little never add up to a drift.
 */
export function createPace(start: number, intervalMs: number): Pace {
  let origin = start
  let handedOut = 0
  return {
    take(now) {
      const late = now - (origin + handedOut * intervalMs)
      if (late > Math.max(MAX_CATCH_UP_MS, intervalMs)) {
        origin = now
        handedOut = 0
      }
      const due = Math.floor((now - origin) / intervalMs) + 1 - handedOut
      if (due <= 0) return 0
      handedOut += due
      return due
    },
    wait(now) {
      const next = origin + handedOut * intervalMs
      return Math.max(intervalMs < MIN_TICK_MS ? MIN_TICK_MS : 0, next - now)
    },
  }
}
