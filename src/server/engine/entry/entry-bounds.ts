/**
 * Blocks without the start of an entry, behind which the first line of a block begins one: so an entry
 * reaches over 5 blocks (320 KiB) at most; 1 024 frames of a stack overflow take a third of that.
 * Without a bound a rule that fits only the first lines of a log would make one entry of the rest, which
 * each look at it had to read; and as no more than the blocks before tell where it is cut, any block can
 * be looked at alone.
 */
export const MAX_BLOCKS_WITHOUT_START = 4

/** What stands before a line. */
export interface PassedLines {
  /** The block in which the line before starts; -1 when there is none, or it is not known. */
  readonly lineBlock: number
  /** The block of the last line that begins an entry by itself; -Infinity for none that is near. */
  readonly startBlock: number
}

/** Where entries are cut that have no end. Blocks, and lines, are passed in order. */
export class EntryBounds {
  #passed: PassedLines

  constructor(passed: PassedLines) {
    this.#passed = passed
  }

  /** Whether the line that comes next begins an entry whatever stands in it, when it starts in `block`. */
  isCutAt(block: number): boolean {
    const { lineBlock, startBlock } = this.#passed
    return block !== lineBlock && startBlock < block - MAX_BLOCKS_WITHOUT_START
  }

  /** Lines of `block` are passed, of which one begins an entry by itself or none does. */
  pass(block: number, hasStart: boolean): void {
    const { startBlock } = this.#passed
    this.#passed = { lineBlock: block, startBlock: hasStart ? block : startBlock }
  }
}
