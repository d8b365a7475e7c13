import type { LineNumber } from '../../shared/line-number.ts'
import { type LinePart, MAX_LINE_PART_BYTES } from '../../shared/line-part.ts'
import { BytesGone, readWhole } from '../engine/byte-source.ts'
import { bomLength, cutBytes, decodeText, holeLength } from '../engine/decode.ts'
import { endOfHole, LONG_HOLE_BYTES } from '../engine/end-of-hole.ts'
import { isCarriageReturnBefore, lastNewlineEnd, newlineUnit } from '../engine/line-ending.ts'
import { createLocator } from '../engine/locate.ts'
import type { Generation } from '../follow/generation.ts'
import { extentOfLine } from './extent-of-line.ts'
import type { Extent, Timeline } from './timeline.ts'

/** Bytes of the longest character in any encoding: a part of fewer could be empty. */
const MAX_CHARACTER_BYTES = 4

/** Bytes per read while a hole is passed over. Even, for UTF-16. */
const HOLE_READ_BYTES = 1024 * 1024

/** What asking for a part of a line came to. */
export type LinePartRead =
  | { readonly kind: 'part'; readonly part: LinePart }
  /** No line of this number is counted. */
  | { readonly kind: 'no-line' }
  /** Its file was rewritten, or rotated away for good. */
  | { readonly kind: 'gone' }

/**
 * At most `bytes` of a line from byte `from` of it. It reads what it answers, some 10 bytes around
 * and, at the beginning, the hole that is left out: where the line lies tells the index.
 */
export async function readLinePart(
  timeline: Timeline,
  line: LineNumber,
  from: number,
  bytes: number,
): Promise<LinePartRead> {
  const extent = extentOfLine(timeline, line)
  if (extent === undefined) return { kind: 'no-line' }
  if (!extent.generation.readable) return { kind: 'gone' }
  try {
    const bounds = await boundsOf(extent, line)
    return { kind: 'part', part: await partOf(extent.generation, bounds, from, bytes) }
  } catch (error) {
    if (error instanceof BytesGone) return { kind: 'gone' }
    throw error
  }
}

/** Offsets of a line in its generation, without its ending. */
interface Bounds {
  readonly start: number
  readonly end: number
}

async function boundsOf(extent: Extent, line: number): Promise<Bounds> {
  const { generation } = extent
  const { encoding, index } = generation
  const unit = newlineUnit(encoding)
  const locator = createLocator(generation, index, encoding)
  const own = line - (extent.firstLine ?? 0) + (extent.fromLine ?? 0)
  const start = Math.max(extent.from, await locator.offsetOfLine(own))
  // The last line of a file that ended without a line feed has no successor.
  const end = own < index.newlines ? await locator.offsetOfLine(own + 1) : extent.to
  const tail = await readWhole(
    generation,
    Math.max(start, end - 2 * unit),
    Math.min(end - start, 2 * unit),
  )
  let length = tail.length
  if (length > 0 && lastNewlineEnd(tail, encoding, 0) === length) length -= unit
  if (isCarriageReturnBefore(tail, length, encoding)) length -= unit
  return { start, end: end - (tail.length - length) }
}

async function partOf(
  generation: Generation,
  { start, end }: Bounds,
  wantedFrom: number,
  bytes: number,
): Promise<LinePart> {
  const { encoding } = generation
  const from = await characterBorder(generation, { start, end }, start + wantedFrom)
  const textFrom = from === start ? await textStart(generation, { start, end }) : from
  const most = Math.min(Math.max(bytes, MAX_CHARACTER_BYTES), MAX_LINE_PART_BYTES)
  // A little more, so that the cut sees whether a character goes on there.
  const length = Math.min(end - textFrom, most + MAX_CHARACTER_BYTES)
  const part = cutBytes(await readWhole(generation, textFrom, length), most, encoding)
  return {
    text: decodeText(part, encoding),
    from: from - start,
    to: textFrom + part.length - start,
    bytes: end - start,
  }
}

/** Where the character starts in which `offset` lies; the line's end for an offset beyond it. */
async function characterBorder(
  generation: Generation,
  { start, end }: Bounds,
  offset: number,
): Promise<number> {
  if (offset >= end) return end
  const before = Math.min(offset - start, MAX_CHARACTER_BYTES + ((offset - start) % 2))
  const length = Math.min(end - offset, MAX_CHARACTER_BYTES) + before
  const around = await readWhole(generation, offset - before, length)
  return offset - before + cutBytes(around, before, generation.encoding).length
}

/** Where the text of a line starts: behind a byte order mark and a hole. */
async function textStart(generation: Generation, { start, end }: Bounds): Promise<number> {
  const { encoding, index } = generation
  let at = start
  if (start === 0) at += bomLength(await readWhole(generation, 0, Math.min(end, 4)), encoding)
  while (at < end) {
    const wanted = at === start ? MAX_CHARACTER_BYTES : HOLE_READ_BYTES
    const read = await readWhole(generation, at, Math.min(wanted, end - at))
    const hole = holeLength(read, encoding)
    at += hole
    if (hole < read.length) break
    if (at - start >= LONG_HOLE_BYTES) at = await endOfHole(generation, index, at, end, encoding)
  }
  return at
}
