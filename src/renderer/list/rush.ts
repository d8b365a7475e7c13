/** Frames that have no row in common with the one before until it counts as a rush. */
const LEAST_FRAMES = 3

/** How long a rush lasts behind its last frame, in ms: colours that come and go would flicker. */
export const RUSH_MS = 200

/**
 * Whether lines rush through the view faster than anybody reads: each frame shows others than the one
 * before. Then the time for colours is better spent on more frames.
 */
export class Rush {
  #end = 0
  #frames = 0
  #lastAt = Number.NEGATIVE_INFINITY

  /** To be called for each frame with the rows `[from, to)` that it draws, and the time in ms. */
  isOn(from: number, to: number, now: number): boolean {
    const isOver = now - this.#lastAt >= RUSH_MS
    if (isOver) this.#frames = 0
    if (from >= this.#end) {
      this.#frames += 1
      this.#lastAt = now
    }
    this.#end = to
    return this.#frames >= LEAST_FRAMES
  }
}
