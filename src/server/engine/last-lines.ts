import type { Encoding } from '../../shared/encoding.ts'
import { BLOCK_BYTES } from './block-index.ts'
import { type ByteSource, readWhole } from './byte-source.ts'
import { countNewlines, lastNewlineEnd, newlineUnit } from './line-ending.ts'

/** What a block of a hole looks like. */
const HOLE = Buffer.alloc(BLOCK_BYTES)

/**
 * Where the last `count` lines before `end` start, 0 when there are fewer; `end` is right after a
 * newline, or 0. Reads backwards, one block at a time, so it needs no index. A hole ends the search:
 * it may be gigabytes long, and the line after it starts where it ends. Rejects with BytesGone when
 * the source has become shorter than `end`.
 */
export async function startOfLastLines(
  source: ByteSource,
  end: number,
  count: number,
  encoding: Encoding,
): Promise<number> {
  if (count <= 0) return end
  // The newline that ends the line before the wanted ones, counted back from the one at `end`.
  let left = count + 1
  for await (const [chunk, offset] of blocksBackwards(source, end)) {
    if (HOLE.equals(chunk)) return offset + chunk.length
    const inChunk = countNewlines(chunk, encoding, offset)
    if (inChunk < left) {
      left -= inChunk
      continue
    }
    let part = chunk
    for (; left > 1; left--) {
      part = part.subarray(0, lastNewlineEnd(part, encoding, offset) - newlineUnit(encoding))
    }
    return offset + lastNewlineEnd(part, encoding, offset)
  }
  return 0
}

/** The offset right after the last newline at or before `size`, 0 when there is none. Reads backwards. */
export async function endOfLastLine(
  source: ByteSource,
  size: number,
  encoding: Encoding,
): Promise<number> {
  for await (const [chunk, offset] of blocksBackwards(source, size)) {
    const end = lastNewlineEnd(chunk, encoding, offset)
    if (end !== -1) return offset + end
  }
  return 0
}

/** The blocks before `end` with their offsets, last first. Blocks start at even offsets, as UTF-16 needs. */
async function* blocksBackwards(
  source: ByteSource,
  end: number,
): AsyncGenerator<readonly [Uint8Array, number]> {
  let to = end
  while (to > 0) {
    const from = Math.floor((to - 1) / BLOCK_BYTES) * BLOCK_BYTES
    yield [await readWhole(source, from, to - from), from]
    to = from
  }
}
