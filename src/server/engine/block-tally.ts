/**
 * Counts per block as prefix sums: what lies before each block, and in which block the nth thing
 * counted lies. 8 bytes per block whatever is counted and however often; double floats, as a log may
 * pass 2^32 lines. Arithmetic only: the blocks may be of any size and need not even touch.
 */
export class BlockTally {
  /** `#before[b]` things lie before block b. */
  #before = new Float64Array(16)
  #blocks = 0
  #total = 0

  get blocks(): number {
    return this.#blocks
  }

  /** What all blocks hold together. */
  get total(): number {
    return this.#total
  }

  /** What this takes of the memory, in bytes. */
  get heldBytes(): number {
    return this.#before.byteLength
  }

  /** Adds a block that holds `count`. */
  append(count: number): void {
    if (this.#blocks === this.#before.length) this.#resize(this.#blocks * 2)
    this.#before[this.#blocks] = this.#total
    this.#blocks += 1
    this.#total += count
  }

  /** Adds to the last block, of which there must be one; a negative `count` takes away from it. */
  addToLast(count: number): void {
    if (this.#blocks === 0 || this.#total + count < (this.#before[this.#blocks - 1] ?? 0)) {
      throw new RangeError(`The last of ${this.#blocks} blocks cannot take ${count}.`)
    }
    this.#total += count
  }

  /** What lies before `block`, one of the blocks or the one that would come next. */
  before(block: number): number {
    if (block === this.#blocks) return this.#total
    const before = this.#before[block]
    if (before === undefined || block > this.#blocks) {
      throw new RangeError(`There is no block ${block}: there are ${this.#blocks}.`)
    }
    return before
  }

  /** What lies in `block`. */
  at(block: number): number {
    return this.before(block + 1) - this.before(block)
  }

  /** The block that holds the thing number `n`, counted from 0. */
  blockOf(n: number): number {
    if (!Number.isInteger(n) || n < 0 || n >= this.#total) {
      throw new RangeError(`There is no number ${n} among the ${this.#total} that are counted.`)
    }
    // The last block with at most n before it; blocks that hold nothing repeat the sum.
    let low = 0
    let high = this.#blocks - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#before[middle] ?? 0) <= n) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Takes out the blocks `[from, to)`; those behind them move up. */
  remove(from: number, to: number): void {
    const removed = this.before(to) - this.before(from)
    this.#before.copyWithin(from, to, this.#blocks)
    this.#blocks -= to - from
    this.#total -= removed
    for (let block = from; block < this.#blocks; block++) {
      this.#before[block] = (this.#before[block] ?? 0) - removed
    }
    // Gives back what a generation that is gone for good had taken.
    if (this.#before.length > 16 && this.#blocks < this.#before.length / 4) {
      this.#resize(Math.max(16, this.#blocks * 2))
    }
  }

  #resize(blocks: number): void {
    const resized = new Float64Array(blocks)
    resized.set(this.#before.subarray(0, this.#blocks))
    this.#before = resized
  }
}
