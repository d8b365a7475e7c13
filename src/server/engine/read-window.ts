import type { Encoding } from '../../shared/encoding.ts'
import type { LineText } from '../../shared/protocol.ts'
import { BLOCK_BYTES, type BlockIndex } from './block-index.ts'
import type { ByteSource } from './byte-source.ts'
import { endOfHole, LONG_HOLE_BYTES } from './end-of-hole.ts'
import { createLineCutter } from './line-cutter.ts'
import { newlineUnit } from './line-ending.ts'

/** Largest read, in bytes: beyond it a read costs as much per byte, and it bounds the memory. */
const MAX_READ_BYTES = 1024 * 1024

/** How much of a line, and of all lines together, is read. */
export interface ReadLimits {
  /** A line's text is cut here, in bytes; its whole length is told all the same. */
  readonly maxLineBytes: number
  /** No further line is added once the texts have this many bytes together; no bound when left out. */
  readonly maxBytes?: number
  /**
   * What a last line without a newline before `endOffset` is: held back (the default), or a line of
   * its own, as at the end of a generation that nobody writes to any more.
   */
  readonly unfinished?: 'held' | 'line'
}

/** Lines with the offsets at which each ends, and where to go on. */
export interface LinesRead {
  readonly lines: LineText[]
  /** For each line the offset right after it and its ending. */
  readonly ends: number[]
  /** Where the next line starts: `fromOffset` when no line was read. */
  readonly nextOffset: number
}

/**
 * Reads up to `maxLines` lines forward from the line start `fromOffset`, none beyond `endOffset`
 * (usually the end of the last finished line). Memory is bounded by the limits and one read: a line
 * of 100 MB, or a hole as long, is passed over in reads of 1 MiB, and where `index` covers it, its
 * end is looked up or searched for instead. Fewer lines than asked for mean that `maxBytes` was reached or that
 * there are no more; rejects with BytesGone when the source does.
 */
export async function readLines(
  source: ByteSource,
  fromOffset: number,
  endOffset: number,
  maxLines: number,
  limits: ReadLimits,
  encoding: Encoding,
  index?: BlockIndex,
): Promise<LinesRead> {
  const { maxLineBytes, maxBytes = Number.POSITIVE_INFINITY, unfinished = 'held' } = limits
  const lines: LineText[] = []
  const ends: number[] = []
  const cutter = createLineCutter(fromOffset, maxLineBytes, encoding)
  let textBytes = 0
  let full = maxLines <= 0

  const add = ({ text, bytes, cut, end }: { end: number } & LineText): boolean => {
    lines.push({ text, bytes, cut })
    ends.push(end)
    textBytes += Math.min(bytes, maxLineBytes)
    full = lines.length >= maxLines || textBytes >= maxBytes
    return !full
  }

  let offset = fromOffset
  let readBytes = BLOCK_BYTES
  while (!full && offset < endOffset) {
    if (index !== undefined && cutter.skipping) {
      offset = skipByIndex(index, offset, endOffset, encoding)
    } else if (index !== undefined && cutter.holeBytes >= LONG_HOLE_BYTES) {
      offset = await endOfHole(source, index, offset, endOffset, encoding)
    }
    // Reads end at block borders, so that the next one can use the index.
    const to = Math.min(endOffset, offset - (offset % BLOCK_BYTES) + readBytes)
    const chunk = await source.read(offset, to - offset)
    if (chunk.length === 0) break
    cutter.feed(chunk, offset, add)
    offset += chunk.length
    readBytes = Math.min(MAX_READ_BYTES, readBytes * 2)
  }
  if (!full && unfinished === 'line') {
    const last = cutter.rest()
    if (last !== null) add(last)
  }
  return { lines, ends, nextOffset: ends.at(-1) ?? fromOffset }
}

/**
 * Where to go on from `offset`, in the middle of a line of which enough is kept: shortly before the
 * block of its newline, to see a CR there too. `offset` itself where the index cannot tell.
 */
function skipByIndex(
  index: BlockIndex,
  offset: number,
  endOffset: number,
  encoding: Encoding,
): number {
  if (offset % BLOCK_BYTES !== 0 || offset > index.bytes) return offset
  const before = index.beforeOffset(offset)
  const block =
    before < index.newlines
      ? index.blockOfNewline(before) * BLOCK_BYTES
      : index.bytes - (index.bytes % BLOCK_BYTES)
  const last = endOffset - (endOffset % BLOCK_BYTES)
  return Math.max(offset, Math.min(block, last) - newlineUnit(encoding))
}
