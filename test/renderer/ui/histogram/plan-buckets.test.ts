import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bucketAt,
  planBuckets,
  startOf,
  wholeParts,
} from '../../../../src/renderer/ui/histogram/plan-buckets.ts'

const HOUR = 3_600_000

describe('the parts of a histogram', () => {
  it.each([
    ['a minute', 60_000, 60, 1000],
    ['an hour', HOUR, 100, 60_000],
    ['a day', 24 * HOUR, 100, 15 * 60_000],
    ['a year', 365 * 24 * HOUR, 100, 7 * 24 * HOUR],
    ['5 ms', 5, 100, 1],
  ])('of %s are as wide as people count', (_, length, most, width) => {
    const from = Date.UTC(2024, 0, 1)
    const buckets = planBuckets('time', { from, to: from + length }, most, 0)
    expect(buckets).toMatchObject({ by: 'time', width })
  })

  it('are whole on the wall clock', () => {
    const offset = -3 * HOUR
    const from = Date.parse('2024-01-02T10:20:00-03:00')
    const buckets = planBuckets('time', { from, to: from + 100 * HOUR }, 10, offset)
    expect(buckets).toMatchObject({
      from: Date.parse('2024-01-02T00:00:00-03:00'),
      width: 12 * HOUR,
    })
  })

  it('of lines are 1, 2 and 5 times a power of ten', () => {
    const range = { from: 0, to: 123_456_789 }
    expect(planBuckets('position', range, 200, 0)).toEqual({
      by: 'position',
      from: 0,
      to: 124_000_000,
      count: 124,
      width: 1_000_000,
    })
  })

  it('are none of nothing', () => {
    expect(planBuckets('time', { from: 5, to: 5 }, 100, 0)).toBeNull()
    expect(planBuckets('time', { from: 5, to: 50 }, 0, 0)).toBeNull()
  })

  it('cover the range, and are no more than were asked for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('time' as const, 'position' as const),
        fc.nat({ max: 4e12 }),
        fc.integer({ min: 1, max: 4e12 }),
        fc.integer({ min: 2, max: 500 }),
        fc.constantFrom(0, -3 * HOUR, 5.5 * HOUR),
        (by, from, length, most, offset) => {
          const buckets = planBuckets(by, { from, to: from + length }, most, offset)
          if (buckets === null) throw new Error('There is something to plan.')
          expect(buckets.count).toBeLessThanOrEqual(most)
          expect(buckets.count).toBeGreaterThan(0)
          expect(buckets.from).toBeLessThanOrEqual(from)
          expect(buckets.to).toBeGreaterThanOrEqual(from + length)
          expect(startOf(buckets, buckets.count)).toBe(buckets.to)
          expect(startOf(buckets, bucketAt(buckets, from))).toBeLessThanOrEqual(from)
        },
      ),
    )
  })

  it('keep their beginnings while the range grows', () => {
    const before = planBuckets('time', { from: 1000, to: 90_000 }, 100, 0)
    const after = planBuckets('time', { from: 1000, to: 92_500 }, 100, 0)
    expect(after).toMatchObject({ from: before?.from, width: before?.width })
  })

  it('that a range lies in are taken whole', () => {
    const buckets = { by: 'time', from: 100, to: 200, count: 10, width: 10 } as const
    expect(wholeParts(buckets, { from: 115, to: 138 })).toEqual({ from: 110, to: 140 })
    expect(wholeParts(buckets, { from: 0, to: 999 })).toEqual({ from: 100, to: 200 })
  })

  it('outside of them the nearest one is meant', () => {
    const buckets = { by: 'time', from: 100, to: 200, count: 10, width: 10 } as const
    expect([99, 100, 109, 110, 199, 200].map((place) => bucketAt(buckets, place))).toEqual([
      0, 0, 0, 1, 9, 9,
    ])
  })
})
