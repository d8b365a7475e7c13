import type { Generation } from './generation.ts'

/**
 * How long a rotated file is read on after its last byte, in ms: writers reopen their log within a
 * second or two of the signal that logrotate sends.
 */
const DRAIN_MS = 3000

/** The rotated files that writers may still write to. */
export class Draining {
  /** With the time of the last byte of each, performance.now(). */
  readonly #lastGrowth = new Map<Generation, number>()

  get generations(): readonly Generation[] {
    return [...this.#lastGrowth.keys()]
  }

  add(generation: Generation): void {
    this.#lastGrowth.set(generation, performance.now())
  }

  /** Reads what each of them got; `finish` is called for one that stayed quiet for long enough. */
  async drain(
    advance: (generation: Generation) => Promise<'grew' | 'quiet'>,
    finish: (generation: Generation) => void,
  ): Promise<void> {
    for (const [generation, lastGrowth] of [...this.#lastGrowth]) {
      const now = performance.now()
      if ((await advance(generation)) === 'grew') {
        this.#lastGrowth.set(generation, now)
      } else if (now - lastGrowth >= DRAIN_MS) {
        this.#lastGrowth.delete(generation)
        finish(generation)
      }
    }
  }
}
