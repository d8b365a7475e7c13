import { describe, expect, it } from 'vitest'
import {
  firstChanged,
  isSameGrid,
  mergeCounts,
} from '../../../../src/renderer/ui/histogram/merge-counts.ts'

const buckets = { by: 'time', from: 0, to: 50, count: 5, width: 10 } as const
const lines = (...counts: number[]) => counts.map((count) => ({ lines: count, levels: null }))

describe('counts that are put together', () => {
  it('are those of before, and behind them those of now', () => {
    expect(mergeCounts(buckets, lines(1, 2, 3), 2, lines(4, 5, 6))).toEqual(lines(1, 2, 4, 5, 6))
    expect(mergeCounts(buckets, [], 0, lines(1, 2, 3, 4, 5))).toEqual(lines(1, 2, 3, 4, 5))
  })

  it('are nothing where nothing was counted', () => {
    expect(mergeCounts(buckets, lines(1), 3, lines(4))).toEqual(lines(1, 0, 0, 4, 0))
  })
})

describe('the first part that growth can have changed', () => {
  it('is the one in which the log ended, or one that lines come into late', () => {
    expect(firstChanged(buckets, 35, 0)).toBe(3)
    expect(firstChanged(buckets, 35, 6)).toBe(2)
    expect(firstChanged(buckets, 5, 100)).toBe(0)
    expect(firstChanged(buckets, 500, 0)).toBe(5)
  })
})

describe('parts that are planned anew', () => {
  it('are the same as long as they begin where those did', () => {
    expect(isSameGrid(buckets, { ...buckets, to: 70, count: 7 })).toBe(true)
    expect(isSameGrid(buckets, { ...buckets, to: 40, count: 4 })).toBe(false)
    expect(isSameGrid(buckets, { ...buckets, from: -10, count: 6 })).toBe(false)
    expect(isSameGrid(buckets, { ...buckets, width: 5, count: 10 })).toBe(false)
    expect(isSameGrid(buckets, { ...buckets, by: 'position' })).toBe(false)
  })
})
