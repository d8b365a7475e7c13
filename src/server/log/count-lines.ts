import { createLocator } from '../engine/locate.ts'
import type { Extent, Timeline } from './timeline.ts'

/** Lines of a log by number: `[first, end)`; all of them once `complete`. */
export interface LineCount {
  readonly first: number
  readonly end: number
  readonly complete: boolean
}

/**
 * Counts the lines of every run as far as the indexes reach, and gives each run the number of its
 * first line in the log. Runs before one that is not counted whole get their lines, runs after it get none yet.
 * `later` is called for a run whose ends need a block to be read.
 */
export function countLines(timeline: Timeline, later: (extent: Extent) => void): LineCount {
  let first: number | null = null
  let next: number = timeline.droppedLines
  for (const entry of timeline.entries) {
    if (entry.kind === 'event') continue
    entry.firstLine = next
    const counted = countExtent(entry, later)
    // Lines that nobody can read any more keep their numbers: the log begins after the last of them.
    if (entry.generation.readable) first ??= next
    else if (entry.lines > 0) first = null
    next += entry.lines
    if (!counted) {
      return { first: first ?? next, end: next, complete: clearRest(timeline, entry) }
    }
  }
  return { first: first ?? next, end: next, complete: true }
}

function clearRest(timeline: Timeline, last: Extent): false {
  for (const entry of timeline.entries) {
    if (entry.kind === 'extent' && entry.sequence > last.sequence) entry.firstLine = null
  }
  return false
}

/** Whether all lines of the run are counted. */
function countExtent(extent: Extent, later: (extent: Extent) => void): boolean {
  const { generation } = extent
  const { index } = generation
  // What was lost before it was counted cannot be read either; its lines need no numbers.
  if (extent.counted || !generation.readable) return true
  if (extent.fromLine === null) {
    if (index.bytes >= extent.from) later(extent)
    return false
  }
  if (extent.to !== generation.finished) {
    if (index.bytes >= extent.to) later(extent)
    return false
  }
  const whole = index.bytes >= generation.size
  extent.lines = index.newlines - extent.fromLine + (whole && generation.flushed ? 1 : 0)
  return whole
}

/** Counts a run whose ends lie within blocks; rejects with BytesGone when they cannot be read. */
export async function countEnds(extent: Extent): Promise<void> {
  const { generation } = extent
  const locator = createLocator(generation, generation.index, generation.encoding)
  extent.fromLine ??= await locator.lineAtOffset(extent.from)
  if (extent.to === generation.finished) return
  extent.lines = (await locator.lineAtOffset(extent.to)) - extent.fromLine
  extent.counted = true
}
