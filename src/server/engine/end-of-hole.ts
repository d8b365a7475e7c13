import type { Encoding } from '../../shared/encoding.ts'
import { BLOCK_BYTES, type BlockIndex, blockOf } from './block-index.ts'
import { type ByteSource, readWhole } from './byte-source.ts'
import { newlineUnit } from './line-ending.ts'

/** A shorter hole is passed over as it is: reading it takes some ms, and nothing has to be supposed of it. */
export const LONG_HOLE_BYTES = 16 * 1024 * 1024

const HOLE = Buffer.alloc(BLOCK_BYTES)

/**
 * Where reading goes on from `offset`, up to which a line consists of NULs alone, more than a block
 * of them: at or before its first other byte. A writer that goes on at its old offset after copytruncate leaves a hole of any
 * length at the start of a line, so its end is searched by halves between `offset` and the line's
 * newline, which the index knows: 17 blocks of 5 GB are read. It is supposed that a line is one hole
 * and then text: of a line of several long holes some text between them can be taken for hole.
 * `offset` itself where the index cannot tell. Rejects with BytesGone.
 */
export async function endOfHole(
  source: ByteSource,
  index: BlockIndex,
  offset: number,
  endOffset: number,
  encoding: Encoding,
): Promise<number> {
  const known = Math.min(index.bytes, endOffset)
  if (offset > known) return offset
  // The block in which it lies begins in the hole too.
  let low = blockOf(offset)
  const end = blockOf(known)
  const before = index.beforeOffset(low * BLOCK_BYTES)
  let high = before < index.newlines ? Math.min(end, index.blockOfNewline(before)) : end
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const block = await readWhole(source, middle * BLOCK_BYTES, BLOCK_BYTES)
    if (HOLE.equals(block)) low = middle + 1
    else high = middle
  }
  // A CR may stand right before the newline that begins the next block, and a character across both.
  return Math.max(offset, low * BLOCK_BYTES - newlineUnit(encoding))
}
