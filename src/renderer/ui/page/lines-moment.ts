/**
 * How long what belongs to lines waits for them, in ms. A key then costs one frame in which all moves
 * and not two or three, and what comes alone is no later than anybody notices.
 */
const WAIT_MS = 80

/** When something is done that belongs to lines which are on their way. */
export interface LinesMoment {
  /** With the lines, or after a moment when none come. */
  soon(): void
  /** The lines are here. */
  now(): void
  readonly isWaiting: boolean
}

export function createLinesMoment(run: () => void): LinesMoment {
  let timer: ReturnType<typeof setTimeout> | undefined
  function now(): void {
    clearTimeout(timer)
    timer = undefined
    run()
  }
  return {
    soon() {
      timer ??= setTimeout(now, WAIT_MS)
    },
    now,
    get isWaiting() {
      return timer !== undefined
    },
  }
}
