import type { Encoding } from '../../shared/encoding.ts'
import { BlockTally } from './block-tally.ts'
import { countNewlines, newlineUnit } from './line-ending.ts'

/** Bytes of one block: the most that has to be scanned to find a line. */
export const BLOCK_BYTES = 64 * 1024

/** The block in which an offset lies. */
export function blockOf(offset: number): number {
  return Math.floor(offset / BLOCK_BYTES)
}

/**
 * How many newlines lie before each block of one generation: 8 bytes per 64 KiB of log whatever the
 * lines, 0.012 bytes a line at 100 bytes each (a flat list of offsets needs 4 to 8). Arithmetic only;
 * `locate.ts` reads the one block that is left to scan.
 */
export class BlockIndex {
  readonly #encoding: Encoding
  readonly #tally = new BlockTally()
  #bytes = 0
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
    return this.#tally.total
  }

  /** Takes the bytes that follow those covered so far; chunks may be cut anywhere. */
  append(chunk: Uint8Array): void {
    let rest = chunk
    while (rest.length > 0) {
      const used = this.#bytes % BLOCK_BYTES
      const part = rest.subarray(0, BLOCK_BYTES - used)
      const newlines = this.#count(part)
      if (used === 0) this.#tally.append(newlines)
      else this.#tally.addToLast(newlines)
      this.#bytes += part.length
      rest = rest.subarray(part.length)
    }
  }

  /**
   * Takes the newlines of the blocks from `from` on, the last of which may be cut at `to`. `from` is
   * the start of a block in the covered bytes: what was counted of that block before is replaced, and
   * blocks that are whole already are passed over, so the same counts may come twice.
   */
  appendCounts(from: number, newlines: Uint32Array, to: number): void {
    if (from % BLOCK_BYTES !== 0 || from < 0 || from > this.#bytes) {
      throw new RangeError(
        `Counts from ${from} do not go on from the ${this.#bytes} bytes that are indexed.`,
      )
    }
    // Half a unit has no newline: it is counted when its other half comes.
    const end = to - (to % newlineUnit(this.#encoding))
    if (end <= this.#bytes) return
    const known = Math.floor(this.#bytes / BLOCK_BYTES)
    const first = from / BLOCK_BYTES
    const blocks = Math.ceil(end / BLOCK_BYTES)
    for (let block = known; block < blocks; block++) {
      const count = newlines[block - first]
      if (count === undefined) {
        throw new RangeError(`Block ${block} up to ${to} was not counted.`)
      }
      if (block < this.#tally.blocks) this.#tally.addToLast(count - this.#tally.at(block))
      else this.#tally.append(count)
    }
    this.#bytes = end
    this.#half = null
  }

  /** The newlines of each block that is covered whole. */
  wholeBlocks(): Uint32Array {
    const blocks = Math.floor(this.#bytes / BLOCK_BYTES)
    const newlines = new Uint32Array(blocks)
    for (let block = 0; block < blocks; block++) newlines[block] = this.#tally.at(block)
    return newlines
  }

  /** Newlines before `blockStart`, which is a multiple of {@link BLOCK_BYTES} in the covered bytes. */
  beforeOffset(blockStart: number): number {
    if (blockStart % BLOCK_BYTES !== 0 || blockStart < 0 || blockStart > this.#bytes) {
      throw new RangeError(
        `${blockStart} is not the start of a block: give a multiple of ${BLOCK_BYTES} up to ${this.#bytes}.`,
      )
    }
    return this.#tally.before(blockStart / BLOCK_BYTES)
  }

  /** The number of the block that holds newline `n`, both counted from 0; a RangeError beyond. */
  blockOfNewline(n: number): number {
    return this.#tally.blockOf(n)
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
}
