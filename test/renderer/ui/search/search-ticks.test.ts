import { describe, expect, it } from 'vitest'
import { searchTicks } from '../../../../src/renderer/ui/search/search-ticks.ts'
import type { Histogram } from '../../../../src/shared/histogram.ts'

/** A histogram by position of 100 lines in as many parts as there are counts. */
function histogram(counts: readonly number[], to = 100): Histogram {
  const buckets = counts.map((lines, at) => ({
    at: (at * to) / counts.length,
    lines,
    levels: null,
  }))
  const whole = { from: 0, to }
  return { by: 'position', ...whole, whole, buckets, surveyed: 1, total: 1, zone: 'UTC' }
}

const places = (found: Histogram, shown: Histogram | null) =>
  searchTicks(found, shown).map(({ at }) => at)

describe('the marks beside the scroll bar', () => {
  it('lie where the matches are in the log', () => {
    expect(places(histogram([1, 0, 0, 7]), null)).toEqual([0, 0.75])
  })

  it('lie where the matches are among the rows of a filter', () => {
    // 2 rows before the second match, of 10.
    expect(places(histogram([1, 0, 1, 0]), histogram([2, 0, 8, 0]))).toEqual([0, 0.2])
  })

  it('are none for a log without lines', () => {
    expect(searchTicks(histogram([], 0), null)).toEqual([])
    expect(places(histogram([1]), histogram([0]))).toEqual([0])
  })
})
