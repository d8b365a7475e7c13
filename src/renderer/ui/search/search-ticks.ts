import type { Histogram } from '../../../shared/histogram.ts'
import type { Tick } from '../../list/list-ticks.ts'

/** Where the matches of a histogram by position lie among the rows of the list, as marks beside it. */
export function searchTicks(found: Histogram, shown: Histogram | null): readonly Tick[] {
  const { from, to, buckets } = found
  if (to <= from) return []
  const placeOf = shown === null ? byLine(from, to) : byRow(shown)
  return buckets.flatMap(({ at, lines }, bucket) =>
    lines === 0 ? [] : [{ at: placeOf(at, bucket), className: 'search-tick' }],
  )
}

/** All lines are rows. */
function byLine(from: number, to: number): (at: number) => number {
  return (at) => (at - from) / (to - from)
}

/** The rows of a filter: a line stands where as many rows are before it as the filter found. */
function byRow({ buckets }: Histogram): (at: number, bucket: number) => number {
  const total = buckets.reduce((sum, { lines }) => sum + lines, 0)
  const before: number[] = []
  let sum = 0
  for (const { lines } of buckets) {
    before.push(sum)
    sum += lines
  }
  return (_, bucket) => (total === 0 ? 0 : (before[bucket] ?? total) / total)
}
