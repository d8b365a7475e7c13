import { LEVELS } from '../../shared/level.ts'
import { blockOf } from '../engine/block-index.ts'
import type { SurveyPiece } from '../engine/engine-task.ts'

const ROW = LEVELS.length

/**
 * Levels and first times per block of one generation: 36 bytes per 64 KiB, 0.6 MB per GiB (twice that
 * at most, as arrays grow by doubling), whatever the lines. Arithmetic only.
 */
export class SurveyBlocks {
  /** The number of the first block, in which the generation begins. */
  readonly first: number
  #levels = new Uint32Array(16 * ROW)
  #times = new Float64Array(16).fill(Number.NaN)
  #count = 0

  /** `from` is the generation's first byte. */
  constructor(from: number) {
    this.first = blockOf(from)
  }

  /** Blocks from {@link first} on of which anything is known. */
  get count(): number {
    return this.#count
  }

  /** What this takes of the memory, in bytes. */
  get heldBytes(): number {
    return this.#levels.byteLength + this.#times.byteLength
  }

  /** Adds what a survey told; what two pieces tell of one block adds up, and its first time stays. */
  add({ block, levels, times }: SurveyPiece): void {
    const start = block - this.first
    this.#reserve(start + times.length)
    for (let at = 0; at < times.length; at++) {
      if (Number.isNaN(this.time(start + at))) this.#times[start + at] = times[at] ?? Number.NaN
    }
    for (let cell = 0; cell < levels.length; cell++) {
      this.#levels[start * ROW + cell] = this.#cell(start * ROW + cell) + (levels[cell] ?? 0)
    }
    this.#count = Math.max(this.#count, start + times.length)
  }

  /** The first time in block number `first + at`, in ms since 1970; NaN when it has none. */
  time(at: number): number {
    return this.#times[at] ?? Number.NaN
  }

  /** Lines of a level that start in block number `first + at`. */
  level(at: number, level: number): number {
    return this.#cell(at * ROW + level)
  }

  /** Lines that start in block number `first + at`. */
  lines(at: number): number {
    let sum = 0
    for (let level = 0; level < ROW; level++) sum += this.level(at, level)
    return sum
  }

  #cell(cell: number): number {
    return this.#levels[cell] ?? 0
  }

  #reserve(count: number): void {
    const room = this.#times.length
    if (count <= room) return
    const grown = Math.max(count, room * 2)
    const levels = new Uint32Array(grown * ROW)
    levels.set(this.#levels)
    const times = new Float64Array(grown).fill(Number.NaN)
    times.set(this.#times)
    this.#levels = levels
    this.#times = times
  }
}
