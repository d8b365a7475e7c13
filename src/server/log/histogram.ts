import type { HistogramBucket } from '../../shared/histogram.ts'
import { LEVELS } from '../../shared/level.ts'

const ROW = LEVELS.length

/** Counts that are added up in equal parts of a range `[from, to)`. */
export interface HistogramSum {
  /**
   * Adds `count` lines of a level that lie evenly in `[from, to)`, or at `from` when that is empty.
   * What lies outside of the histogram's range is left out; whole lines are added.
   */
  add(from: number, to: number, level: number, count: number): void
  /** Adds LEVELS.length counts per bucket, of the same range in as many buckets. */
  addBuckets(levels: Float64Array): void
  /** What was added; with `levels` false only the sum of them is told. */
  buckets(levels: boolean): HistogramBucket[]
}

/** A histogram of `count` buckets over `[low, high)`, which is not empty. Arithmetic only. */
export function createHistogram(low: number, high: number, count: number): HistogramSum {
  if (!(low < high)) throw new RangeError(`There is nothing between ${low} and ${high}.`)
  const sums = new Float64Array(count * ROW)
  const width = (high - low) / count
  const bucketOf = (place: number): number =>
    Math.min(count - 1, Math.floor(((place - low) / (high - low)) * count))

  function addTo(bucket: number, level: number, lines: number): void {
    sums[bucket * ROW + level] = (sums[bucket * ROW + level] ?? 0) + lines
  }

  return {
    add(from, to, level, lines) {
      if (lines === 0 || from >= high) return
      if (!(to > from)) {
        if (from >= low) addTo(bucketOf(from), level, lines)
        return
      }
      if (to <= low) return
      // Sums are rounded, not parts: so no line is lost or doubled between two buckets.
      const upTo = (place: number): number => Math.round((lines * (place - from)) / (to - from))
      const first = from < low ? 0 : bucketOf(from)
      const last = to >= high ? count - 1 : bucketOf(to)
      let told = from < low ? upTo(low) : 0
      for (let bucket = first; bucket <= last; bucket++) {
        const end = bucket === count - 1 ? high : low + (bucket + 1) * width
        const sum = upTo(Math.min(to, end))
        if (sum > told) addTo(bucket, level, sum - told)
        told = Math.max(told, sum)
      }
    },

    addBuckets(levels) {
      for (let cell = 0; cell < sums.length; cell++)
        sums[cell] = (sums[cell] ?? 0) + (levels[cell] ?? 0)
    },

    buckets(withLevels) {
      return Array.from({ length: count }, (_, bucket) => {
        const levels = [...sums.subarray(bucket * ROW, (bucket + 1) * ROW)]
        return {
          at: low + bucket * width,
          lines: levels.reduce((sum, lines) => sum + lines, 0),
          levels: withLevels ? levels : null,
        }
      })
    },
  }
}
