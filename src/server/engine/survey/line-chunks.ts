/*
 * The one walk over the lines of a range that levels and times are counted with. Longer than most
 * files because what is cut where (a long line, a hole, the end of the range) hangs together.
 */
import { asBuffer } from '../as-buffer.ts'
import { BLOCK_BYTES } from '../block-index.ts'
import { bomLength } from '../decode.ts'
import type { EngineFile, ScanRange } from '../engine-task.ts'
import { lastNewlineEnd, newlineUnit, nextNewlineEnd } from '../line-ending.ts'
import { readAt } from '../read/read-at.ts'
import type { Scanner } from '../scan/scanner.ts'

/** Bytes per read, even, as UTF-16 needs: more is no faster where lines are looked at (bench: search). */
export const READ_BYTES = 256 * 1024

/** Bytes of a read where no line ends in the usual one. */
const LONG_READ_BYTES = 1024 * 1024

const HOLE = Buffer.alloc(BLOCK_BYTES)

/** Lines that stand in the scanner's buffer until the next chunk is asked for. */
export interface LineChunk {
  /** Positions in the buffer: the first byte of a line, and after the last one of a line. */
  readonly from: number
  readonly to: number
  /** Where the line at `from` starts in the file. */
  readonly offset: number
  /** Where the byte at `from` stands in the file: behind `offset` where a long line begins with a hole. */
  readonly text: number
  /** False for one line longer than LONG_READ_BYTES: its text from the beginning, as far as it goes. */
  readonly whole: boolean
}

export interface ChunkedRange extends ScanRange {
  readonly file: EngineFile
  /** After the last finished line. */
  readonly end: number
  /** Bytes per read, and so of most chunks: even. */
  readonly readBytes?: number
}

/**
 * The lines that start in `[from, to)` of a file, in order; null for no more than a pause, where a
 * long line or a hole takes its time. Returns an offset before which every line that starts was
 * given, and none at or after it; below `to` only when the file ends before.
 */
export function* lineChunks(
  range: ChunkedRange,
  scanner: Scanner,
): Generator<LineChunk | null, number, void> {
  const { file, to, end, readBytes = READ_BYTES } = range
  const { encoding } = file
  const unit = newlineUnit(encoding)
  const buffer = asBuffer(scanner.buffer).subarray(0, LONG_READ_BYTES)

  // Behind `to` only the rest of one line is wanted.
  const wantedAt = (offset: number, most: number): number =>
    Math.min(most, Math.max(0, end - offset), Math.max(0, to - offset) + BLOCK_BYTES)

  const read = (offset: number, most = LONG_READ_BYTES): number =>
    readAt(file, offset, buffer.subarray(0, wantedAt(offset, most)))

  const lastLineEnd = (length: number): number =>
    unit === 1
      ? scanner.lastNewlineEnd(0, length)
      : lastNewlineEnd(buffer.subarray(0, length), encoding, 0)

  const lineEnd = (from: number, length: number): number =>
    unit === 1
      ? scanner.afterNewlines(Math.min(from, length), length, 1)
      : nextNewlineEnd(buffer.subarray(0, length), from, encoding, 0)

  /** After the newline that ends the line at `offset`; `end` when there is none. */
  function* passLine(offset: number): Generator<null, number, void> {
    for (let at = offset; at < end; ) {
      const length = read(at)
      if (length < unit) return end
      const found = lineEnd(0, length)
      if (found !== -1) return at + found
      at += length - (length % unit)
      yield null
    }
    return end
  }

  /** Where the text of the line at `offset` begins, behind its hole; reads on until it does. */
  function* passHole(offset: number): Generator<null, number, void> {
    for (let at = offset; at < end; ) {
      const length = read(at)
      if (length < unit) return end
      const first = holeEnd(buffer.subarray(0, length))
      if (first < length) return at + first - (first % unit)
      at += length - (length % unit)
      yield null
    }
    return end
  }

  let at = range.from
  if (at > 0 && range.lineStart !== true) {
    // A line starts here when a newline ends here: look at the unit before.
    const before = at - (at % unit) - (at % unit === 0 ? unit : 0)
    at = yield* passLine(before)
  }
  while (at < to && at < end) {
    let length = read(at, readBytes)
    if (length < unit) return at
    let lines = at + length >= end ? length : lastLineEnd(length)
    if (lines === -1 && length === readBytes) {
      length = read(at)
      lines = at + length >= end ? length : lastLineEnd(length)
    }
    if (lines === -1) {
      if (length < wantedAt(at, LONG_READ_BYTES)) return at
      const text = yield* passHole(at)
      const textLength = read(text)
      const textEnd = textLength < unit ? -1 : lineEnd(0, textLength)
      yield {
        from: 0,
        to: textEnd === -1 ? textLength : textEnd,
        offset: at,
        text,
        whole: false,
      }
      at = textEnd === -1 ? yield* passLine(text + textLength) : text + textEnd
      continue
    }
    if (at + lines > to) {
      // The last line to give is the one that goes on over the byte before `to`.
      const last = lineEnd(to - at - unit + ((to - at) % unit), lines)
      if (last !== -1) lines = last
    }
    const bom = at === 0 ? bomLength(buffer.subarray(0, Math.min(lines, 3)), encoding) : 0
    yield { from: bom, to: lines, offset: at + bom, text: at + bom, whole: true }
    at += lines
  }
  return Math.max(at, Math.min(to, end))
}

/** How many NULs the bytes begin with. */
function holeEnd(bytes: Buffer): number {
  for (let at = 0; at < bytes.length; at += HOLE.length) {
    const part = bytes.subarray(at, at + HOLE.length)
    if (!HOLE.subarray(0, part.length).equals(part))
      return at + part.findIndex((byte) => byte !== 0)
  }
  return bytes.length
}
