import { FreshReader } from './fresh-reader.ts'
import type { Generation, Grown } from './generation.ts'

/**
 * Bytes that one {@link Advancer.advance} reads at most: a writer that is faster than we are must not
 * keep the follower from looking at the path.
 */
const ADVANCE_BYTES = 64 * 1024 * 1024

/** Full reads in one {@link Advancer.advance} after which a look is taken at how much waits. */
const JUMP_AFTER_READS = 2

/** See {@link Advancer.advance}. */
export type Advance = 'same' | 'grew' | 'more' | 'changed'

/** Reads what is written to the generations of one log, one after the other: they share its buffers. */
export class Advancer {
  #reader: FreshReader | null = null

  /**
   * Reads what was written since, up to the end that `read` finds (never the size that `stat` told).
   * `onGrown` is called after each piece. The answer: nothing new, read to the end, stopped at the
   * bound with more to come, or `changed`: the file does not go on from what was read of it.
   */
  async advance(generation: Generation, onGrown: (grown: Grown) => void): Promise<Advance> {
    const start = generation.size
    // Not one `await` before the first piece is told: what else the hint set in motion would run first.
    let past = generation.past
    let read: Uint8Array | 'changed' | null = null
    if (past !== null) {
      read = generation.local ? this.#fresh().readNow(past) : await this.#fresh().read(past)
    }
    for (let reads = 1; ; reads++) {
      if (read === 'changed') return 'changed'
      if (past !== null) generation.confirm(past)
      const from = generation.size
      const bytes = read === null ? null : generation.take(read)
      if (bytes === null) return generation.size === start ? 'same' : 'grew'
      onGrown({ from, to: generation.size, bytes })
      if (generation.size - start >= ADVANCE_BYTES) return 'more'
      if (reads === JUMP_AFTER_READS) {
        const jumped = await this.#jump(generation)
        if (jumped === 'changed') return 'changed'
        if (jumped !== null) onGrown(jumped)
      }
      past = generation.past
      read = past === null ? null : await this.#fresh().read(past)
    }
  }

  /**
   * Goes on at one of the last lines where very much waits: threads count faster than pieces are
   * passed on one by one here, and what is new is on the screen at once.
   */
  async #jump(generation: Generation): Promise<Grown | 'changed' | null> {
    const { past } = generation
    if (past === null || generation.engineFile === null) return null
    const jump = await this.#fresh().jump(past, generation.encoding)
    if (jump === null || jump === 'changed') return jump
    const from = generation.finished
    generation.passOver(jump)
    return { from, to: jump.end, bytes: null }
  }

  #fresh(): FreshReader {
    this.#reader ??= new FreshReader()
    return this.#reader
  }
}
