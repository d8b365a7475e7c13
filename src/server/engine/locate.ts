import type { Encoding } from '../../shared/encoding.ts'
import { BLOCK_BYTES, type BlockIndex } from './block-index.ts'
import { type ByteSource, readWhole } from './byte-source.ts'
import { countNewlines, nextNewlineEnd } from './line-ending.ts'

/** Line to offset and back in one generation: a binary search in the index and at most one block read. */
export interface Locator {
  /**
   * Where line `line` of the generation starts, counted from 0. The line after the last newline has a
   * start too; a RangeError beyond it. Rejects with BytesGone when the block cannot be read.
   */
  offsetOfLine(line: number): Promise<number>
  /** How many newlines lie before `offset`: the number of the line that starts there. */
  lineAtOffset(offset: number): Promise<number>
}

/** `index` covers the bytes of `source` from offset 0 and may go on growing. */
export function createLocator(source: ByteSource, index: BlockIndex, encoding: Encoding): Locator {
  return {
    async offsetOfLine(line) {
      if (line === 0) return 0
      const block = index.blockOfNewline(line - 1)
      const start = block * BLOCK_BYTES
      const bytes = await readWhole(source, start, Math.min(BLOCK_BYTES, index.bytes - start))
      let at = 0
      for (let left = line - index.beforeOffset(start); left > 0; left--) {
        at = nextNewlineEnd(bytes, at, encoding, start)
        if (at === -1) {
          throw new RangeError(
            `Line ${line} is not in block ${block}: the index covers other bytes than the source has.`,
          )
        }
      }
      return start + at
    },

    async lineAtOffset(offset) {
      if (offset < 0 || offset > index.bytes) {
        throw new RangeError(`Offset ${offset} is not among the ${index.bytes} bytes indexed.`)
      }
      const start = offset - (offset % BLOCK_BYTES)
      const before = index.beforeOffset(start)
      if (start === offset) return before
      const bytes = await readWhole(source, start, offset - start)
      return before + countNewlines(bytes, encoding, start)
    },
  }
}
