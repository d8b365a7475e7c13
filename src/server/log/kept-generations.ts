import type { Generation } from '../follow/generation.ts'
import { createErrorCounter, type ErrorCounter } from './error-counter.ts'

/** Generations kept besides the current one, for scrolling back and for resuming across rotations. */
const RETAINED_GENERATIONS = 8

/**
 * How long a deleted file is kept readable, in ms: its bytes stay on the disk for that long. Ten
 * minutes cover a reconnect and a look back; a full disk should not wait longer for its space.
 */
const RETAIN_DELETED_MS = 10 * 60 * 1000

export interface Kept {
  readonly generation: Generation
  readonly errors: ErrorCounter
  /** Up to where its lines are in the timeline. */
  told: number
  /** When its file was first seen without a name, performance.now(). */
  deletedSince: number | null
}

/** The generations of a log that can still be read, oldest first. They are given up oldest first. */
export class KeptGenerations {
  readonly #kept: Kept[] = []
  #droppedErrors = 0

  get all(): readonly Kept[] {
    return this.#kept
  }

  /** Lines at level error or fatal in all generations, also those given up. */
  get errors(): number {
    return this.#kept.reduce((sum, kept) => sum + kept.errors.errors, this.#droppedErrors)
  }

  get newest(): Kept | undefined {
    return this.#kept.at(-1)
  }

  of(generation: Generation): Kept | undefined {
    return this.#kept.find((kept) => kept.generation === generation)
  }

  /** Keeps a generation whose lines up to `told` are in the timeline. */
  add(generation: Generation, told: number): void {
    this.#kept.push({ generation, errors: createErrorCounter(), told, deletedSince: null })
  }

  /** Takes out the oldest when there are too many; the caller forgets and closes it. */
  takeSurplus(): Kept | undefined {
    return this.#kept.length > RETAINED_GENERATIONS + 1 ? this.#take() : undefined
  }

  /** Takes out those that were deleted long ago, and the older ones: no hole may come between lines. */
  async takeDeleted(current: Generation | null): Promise<Kept[]> {
    const now = performance.now()
    let last: Kept | null = null
    for (const kept of [...this.#kept]) {
      if (kept.generation === current || !(await kept.generation.file.isDeleted())) continue
      kept.deletedSince ??= now
      if (now - kept.deletedSince >= RETAIN_DELETED_MS) last = kept
    }
    const taken: Kept[] = []
    while (last !== null && this.#kept.includes(last)) {
      const kept = this.#take()
      if (kept !== undefined) taken.push(kept)
    }
    return taken
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#kept.map((kept) => kept.generation.close()))
  }

  #take(): Kept | undefined {
    const kept = this.#kept.shift()
    this.#droppedErrors += kept?.errors.errors ?? 0
    return kept
  }
}
