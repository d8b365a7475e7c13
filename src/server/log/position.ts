import { BLOCK_BYTES } from '../engine/block-index.ts'
import { BytesGone } from '../engine/byte-source.ts'
import { endOfLastLine, startOfLastLines } from '../engine/last-lines.ts'
import { countNewlines } from '../engine/line-ending.ts'
import { createLocator } from '../engine/locate.ts'
import type { Generation } from '../follow/generation.ts'
import type { Extent, Timeline } from './timeline.ts'

/** Where a reader stands: in a run, or at the start of an entry when `offset` is null. */
export interface Position {
  readonly sequence: number
  readonly offset: number | null
}

/** Before everything that can still be read. */
export function positionAtStart(timeline: Timeline): Position {
  const lost = timeline.entries.findLast(
    (entry) => entry.kind === 'extent' && !entry.generation.readable,
  )
  return { sequence: timeline.pastDropped((lost?.sequence ?? -1) + 1), offset: null }
}

/** After everything that was read so far. */
export function positionAtEnd(timeline: Timeline): Position {
  const last = timeline.entries.at(-1)
  if (last?.kind === 'extent') return { sequence: last.sequence, offset: last.to }
  return { sequence: timeline.next, offset: null }
}

/**
 * Before the last `count` finished lines; at the start when there are fewer, or when the file is
 * rewritten while they are counted.
 */
export async function positionBeforeLast(timeline: Timeline, count: number): Promise<Position> {
  if (count === 0) return positionAtEnd(timeline)
  try {
    return await searchBackwards(timeline, count)
  } catch (error) {
    if (error instanceof BytesGone) return positionAtStart(timeline)
    throw error
  }
}

async function searchBackwards(timeline: Timeline, count: number): Promise<Position> {
  let left = count
  for (const entry of timeline.entries.toReversed()) {
    if (entry.kind === 'event') continue
    if (!entry.generation.readable) break
    const start = await startInExtent(entry, left)
    if (start.lines >= left) return { sequence: entry.sequence, offset: start.offset }
    left -= start.lines
  }
  return positionAtStart(timeline)
}

/** Where the last `count` lines of a run start, and how many of them it has. */
async function startInExtent(
  extent: Extent,
  count: number,
): Promise<{ readonly offset: number; readonly lines: number }> {
  const { generation, from, to } = extent
  const { encoding, flushed } = generation
  // A last line that the end of its file finished has no line feed to count.
  const own = flushed && to === generation.finished ? 1 : 0
  if (generation.index.bytes >= to) return startByIndex(extent, count, own)
  const end = own === 0 ? to : await endOfLastLine(generation, to, encoding)
  const start = await startOfLastLines(generation, end, count - own, encoding)
  if (start > from) return { offset: start, lines: count }
  return { offset: from, lines: (await newlinesBetween(generation, from, end)) + own }
}

async function startByIndex(
  { generation, from, to }: Extent,
  count: number,
  own: number,
): Promise<{ readonly offset: number; readonly lines: number }> {
  const locator = createLocator(generation, generation.index, generation.encoding)
  const lastLine = (await locator.lineAtOffset(to)) + own
  const firstLine = await locator.lineAtOffset(from)
  if (lastLine - firstLine <= count) return { offset: from, lines: lastLine - firstLine }
  return { offset: await locator.offsetOfLine(lastLine - count), lines: count }
}

/** Only runs that are wanted whole are counted: they are read to be sent anyway. */
async function newlinesBetween(generation: Generation, from: number, to: number): Promise<number> {
  let newlines = 0
  for (let at = from; at < to; at += BLOCK_BYTES) {
    const bytes = await generation.read(at, Math.min(BLOCK_BYTES, to - at))
    newlines += countNewlines(bytes, generation.encoding, at)
  }
  return newlines
}
