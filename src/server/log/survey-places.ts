import type { SurveyBlocks } from './survey-blocks.ts'

/** Where the lines of each block of a series lie: in `[from, to)` of time, or of line numbers. */
export interface BlockPlaces {
  readonly from: Float64Array
  readonly to: Float64Array
}

/**
 * The times that blocks cover: each from its first time to that of the next one, the last one up to
 * `last`. Blocks without a time lie where the block before them ends; those before the first time, at
 * that one. A block with a later time than the next one (a little disorder) lies at its time.
 */
export function blockTimes(blocks: SurveyBlocks, last: number): BlockPlaces {
  const { count } = blocks
  const from = new Float64Array(count)
  const to = new Float64Array(count)
  let next = last
  for (let at = count - 1; at >= 0; at--) {
    const time = blocks.time(at)
    // Its lines belong to a block before it: they lie where the next one begins.
    if (Number.isNaN(time)) {
      from[at] = next
      to[at] = next
      continue
    }
    from[at] = time
    to[at] = Math.max(time, next)
    next = time
  }
  return { from, to }
}

/** The numbers that the lines of blocks have when the first one has `first`. */
export function blockLines(blocks: SurveyBlocks, first: number): BlockPlaces {
  const { count } = blocks
  const from = new Float64Array(count)
  const to = new Float64Array(count)
  let line = first
  for (let at = 0; at < count; at++) {
    from[at] = line
    line += blocks.lines(at)
    to[at] = line
  }
  return { from, to }
}

/**
 * `[from, to)` of the blocks of which some part may lie in `[low, high)`. Where none does it is empty,
 * and stands before the first block that begins later.
 */
export function blocksWithin(
  places: BlockPlaces,
  low: number,
  high: number,
): { readonly from: number; readonly to: number } {
  const count = places.from.length
  let from = count
  let to = 0
  let later = count
  for (let at = count - 1; at >= 0; at--) {
    if ((places.from[at] ?? 0) >= high) later = at
    else if ((places.to[at] ?? 0) >= low) {
      from = at
      to = Math.max(to, at + 1)
    }
  }
  return from < to ? { from, to } : { from: later, to: later }
}
