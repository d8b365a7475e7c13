import type { HistogramBucket } from '../../../shared/histogram.ts'
import { type Buckets, startOf } from './plan-buckets.ts'

/** The lines of one part of a histogram. */
export type Counts = Pick<HistogramBucket, 'lines' | 'levels'>

const NONE: Counts = { lines: 0, levels: null }

/**
 * Puts what was counted anew, from part number `at` on, behind what was counted before: a log that
 * grows changes its last parts only.
 */
export function mergeCounts(
  buckets: Buckets,
  before: readonly Counts[],
  at: number,
  anew: readonly Counts[],
): readonly Counts[] {
  return Array.from({ length: buckets.count }, (_, index) =>
    index < at ? (before[index] ?? NONE) : (anew[index - at] ?? NONE),
  )
}

/**
 * The part from which on a log that reached to `end` before can have changed: its last lines may have
 * come into their part late, and lines stand out of order by a little.
 */
export function firstChanged(buckets: Buckets, end: number, late: number): number {
  const last = Math.floor((end - late - buckets.from) / buckets.width)
  return Math.max(0, Math.min(last, buckets.count))
}

/** Whether parts planned anew are those of before, and at most some more behind them. */
export function isSameGrid(before: Buckets, after: Buckets): boolean {
  return (
    before.by === after.by &&
    before.width === after.width &&
    before.from === after.from &&
    startOf(after, after.count) >= startOf(before, before.count)
  )
}
