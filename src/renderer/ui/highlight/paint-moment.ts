/**
 * How long a change of paint waits for the rows that come with it, in ms. A key then costs one frame
 * of rewritten rows and not two, and colours that come alone are no later than anybody notices.
 */
const WAIT_MS = 80

/** When the lines are painted anew. */
export interface PaintMoment {
  /** With the rows that are on their way, or after a moment when none come. */
  soon(): void
  /** With what is drawn next. */
  now(): void
}

export function createPaintMoment(paint: () => void): PaintMoment {
  let timer: ReturnType<typeof setTimeout> | undefined
  function now(): void {
    clearTimeout(timer)
    timer = undefined
    paint()
  }
  return {
    soon() {
      timer ??= setTimeout(now, WAIT_MS)
    },
    now,
  }
}
