import type { Encoding } from '../../shared/encoding.ts'
import { countNewlines, newlineUnit } from './line-ending.ts'

/** Bytes of one block: the most that has to be scanned to find a line. */
export const BLOCK_BYTES = 64 * 1024

/**
 * How many newlines lie before each block of one generation: 8 bytes per 64 KiB of log whatever the
 * lines, 0.012 bytes a line at 100 bytes each (a flat list of offsets needs 4 to 8). Arithmetic only;
 * `locate.ts` reads the one block that is left to scan.
 */
export class BlockIndex {
  readonly #encoding: Encoding
  /** `#before[b]` newlines start before block b; double floats, as a log may pass 2^32 lines. */
  #before = new Float64Array(16)
  #bytes = 0
  #newlines = 0
  /** First byte of a UTF-16 unit whose second one has not come yet. */
  #half: number | null = null

  constructor(encoding: Encoding) {
    this.#encoding = encoding
  }

  /** Bytes covered, from offset 0. */
  get bytes(): number {
    return this.#bytes
  }

  /** Newlines in the covered bytes. */
  get newlines(): number {
    return this.#newlines
  }

  /** Takes the bytes that follow those covered so far; chunks may be cut anywhere. */
  append(chunk: Uint8Array): void {
    let rest = chunk
    while (rest.length > 0) {
      const space = BLOCK_BYTES - (this.#bytes % BLOCK_BYTES)
      const part = rest.subarray(0, space)
      this.#newlines += this.#count(part)
      this.#bytes += part.length
      if (this.#bytes % BLOCK_BYTES === 0) this.#startBlock(this.#bytes / BLOCK_BYTES)
      rest = rest.subarray(part.length)
    }
  }

  /** Newlines before `blockStart`, which is a multiple of {@link BLOCK_BYTES} in the covered bytes. */
  beforeOffset(blockStart: number): number {
    if (blockStart % BLOCK_BYTES !== 0 || blockStart < 0 || blockStart > this.#bytes) {
      throw new RangeError(
        `${blockStart} is not the start of a block: give a multiple of ${BLOCK_BYTES} up to ${this.#bytes}.`,
      )
    }
    return this.#before[blockStart / BLOCK_BYTES] ?? 0
  }

  /** The number of the block that holds newline `n`, both counted from 0. */
  blockOfNewline(n: number): number {
    if (!Number.isInteger(n) || n < 0 || n >= this.#newlines) {
      throw new RangeError(`There is no newline ${n} among the ${this.#newlines} that are indexed.`)
    }
    // The last block with at most n newlines before it; blocks without a newline repeat the count.
    let low = 0
    let high = Math.floor(this.#bytes / BLOCK_BYTES)
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#before[middle] ?? 0) <= n) low = middle
      else high = middle - 1
    }
    return low
  }

  #count(part: Uint8Array): number {
    if (newlineUnit(this.#encoding) === 1) return countNewlines(part, this.#encoding, this.#bytes)
    let count = 0
    if (this.#half !== null) {
      const unit = Uint8Array.of(this.#half, part[0] ?? 0)
      count = countNewlines(unit, this.#encoding, this.#bytes - 1)
    }
    const end = this.#bytes + part.length
    this.#half = end % 2 === 1 ? (part[part.length - 1] ?? null) : null
    return count + countNewlines(part, this.#encoding, this.#bytes)
  }

  #startBlock(block: number): void {
    if (block === this.#before.length) {
      const grown = new Float64Array(this.#before.length * 2)
      grown.set(this.#before)
      this.#before = grown
    }
    this.#before[block] = this.#newlines
  }
}
