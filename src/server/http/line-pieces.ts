import { MAX_LINE_BYTES } from '../../shared/max-line-bytes.ts'
import type { Piece, ReadPiece } from '../log/line-reader.ts'
import { readExtent } from '../log/read-lines.ts'
import type { Extent } from '../log/timeline.ts'
import { encodeLineEvent } from './encode-line-event.ts'

/**
 * Bytes of lines in one piece: what waits in memory for a client that does not read. Large enough
 * that 200 000 lines take about a hundred pieces.
 */
const PIECE_BYTES = 256 * 1024

/** Lines in one piece, so that a piece of very short lines is bounded too. */
const PIECE_LINES = 4000

/** Pieces remembered: clients that keep up ask for the same few. */
const REMEMBERED_PIECES = 8

/** Reads pieces of the line stream as bytes to be written. */
export type ReadLinePiece = ReadPiece<Buffer>

/** Only lines that hold `filter` are encoded; all when it is null. */
export async function readLinePiece(
  extent: Extent,
  offset: number,
  filter: string | null,
): Promise<Piece<Buffer>> {
  const limits = { maxLineBytes: MAX_LINE_BYTES, maxBytes: PIECE_BYTES }
  const { lines, ends, nextOffset } = await readExtent(extent, offset, PIECE_LINES, limits)
  const { token } = extent.generation
  let text = ''
  for (const [at, line] of lines.entries()) {
    if (filter !== null && !line.text.includes(filter)) continue
    text += encodeLineEvent(token, ends[at] ?? nextOffset, line)
  }
  return { payload: Buffer.from(text), lines: lines.length, nextOffset }
}

/**
 * The same without a filter, shared: a hundred clients that follow the same log get the bytes that
 * were read and encoded once.
 */
export function createSharedPieces(): ReadLinePiece {
  const remembered = new Map<string, Promise<Piece<Buffer>>>()

  return (extent, offset) => {
    const key = `${extent.sequence}:${offset}:${extent.generation.encoding}`
    const known = remembered.get(key)
    if (known !== undefined) return known
    const piece = readLinePiece(extent, offset, null)
    remembered.set(key, piece)
    piece.catch(() => remembered.delete(key))
    for (const oldest of remembered.keys()) {
      if (remembered.size <= REMEMBERED_PIECES) break
      remembered.delete(oldest)
    }
    return piece
  }
}
