/** How long a list stays the same until it rests, in ms: longer than between two turns of a wheel. */
export const REST_MS = 400

/** How long the page has for other things between two parts of what is done in a rest, in ms: three frames. */
export const PART_MS = 50

/**
 * Does something, part by part, as soon as a value has stayed the same for {@link REST_MS}. One timer at a
 * time, which is not begun anew by each change: what changes in each frame costs a comparison there.
 */
export class Rest {
  readonly #work: () => boolean
  #value: string | null = null
  #since = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `work` does one part, and answers whether it was the last one. None comes after `signal` is aborted. */
  constructor(work: () => boolean, signal: AbortSignal) {
    this.#work = work
    signal.addEventListener('abort', () => clearTimeout(this.#timer))
  }

  /** To be called with what the value is now, as often as one likes. */
  see(value: string): void {
    if (value === this.#value) return
    this.#value = value
    this.#since = performance.now()
    if (this.#timer === undefined) this.#wait(REST_MS)
  }

  #wait(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      const left = this.#since + REST_MS - performance.now()
      if (left > 0) this.#wait(left)
      else if (!this.#work()) this.#wait(PART_MS)
    }, ms)
  }
}
