import { LEVELS } from '../../shared/level.ts'

const ROW = LEVELS.length

/** Blocks there is room for at first: a MiB. */
const FIRST_BLOCKS = 16

/**
 * The rows of one run of a view per block and level, for its histogram: 28 bytes per 64 KiB up to the
 * last block with a row (56 at most, as it grows by doubling). Blocks count from the run's first one.
 */
export class RunLevels {
  #counts = new Uint32Array(FIRST_BLOCKS * ROW)

  /** What this takes of the memory, in bytes. */
  get heldBytes(): number {
    return this.#counts.byteLength
  }

  /** Adds ROW counts per block from `block` on. */
  add(block: number, levels: Uint32Array): void {
    for (const [at, count] of levels.entries()) {
      if (count === 0) continue
      const cell = block * ROW + at
      if (cell >= this.#counts.length) this.#growTo(cell + 1)
      this.#counts[cell] = (this.#counts[cell] ?? 0) + count
    }
  }

  /** Takes everything behind `block` back, and `count` rows of a level in it. */
  takeBack(block: number, level: number, count: number): void {
    this.#counts.fill(0, (block + 1) * ROW)
    const cell = block * ROW + level
    if (cell < this.#counts.length) this.#counts[cell] = (this.#counts[cell] ?? 0) - count
  }

  /** The rows of a level in a block. */
  at(block: number, level: number): number {
    return this.#counts[block * ROW + level] ?? 0
  }

  #growTo(cells: number): void {
    const grown = new Uint32Array(Math.max(cells, this.#counts.length * 2))
    grown.set(this.#counts)
    this.#counts = grown
  }
}
