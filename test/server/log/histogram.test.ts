import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHistogram } from '../../../src/server/log/histogram.ts'
import { LEVELS } from '../../../src/shared/level.ts'

describe('a histogram', () => {
  it('spreads lines evenly and puts those of one moment into one bucket', () => {
    const sum = createHistogram(0, 100, 4)
    sum.add(0, 100, 1, 8)
    sum.add(60, 60, 3, 5)
    sum.add(25, 50, 6, 3)
    expect(sum.buckets(true)).toEqual([
      { at: 0, lines: 2, levels: [0, 2, 0, 0, 0, 0, 0] },
      { at: 25, lines: 5, levels: [0, 2, 0, 0, 0, 0, 3] },
      { at: 50, lines: 7, levels: [0, 2, 0, 5, 0, 0, 0] },
      { at: 75, lines: 2, levels: [0, 2, 0, 0, 0, 0, 0] },
    ])
    expect(sum.buckets(false).map(({ lines, levels }) => [lines, levels])).toEqual([
      [2, null],
      [5, null],
      [7, null],
      [2, null],
    ])
  })

  it('leaves out what lies outside, and takes the part of what lies across an end', () => {
    const sum = createHistogram(100, 200, 2)
    sum.add(0, 50, 0, 7)
    sum.add(200, 200, 0, 7)
    sum.add(200, 300, 0, 7)
    sum.add(99, 99, 0, 7)
    sum.add(50, 150, 0, 10)
    sum.add(175, 225, 0, 4)
    expect(sum.buckets(false).map(({ lines }) => lines)).toEqual([5, 2])
  })

  it('adds counts that were made elsewhere', () => {
    const sum = createHistogram(0, 2, 2)
    sum.add(0, 0, 0, 1)
    sum.addBuckets(Float64Array.from({ length: 2 * LEVELS.length }, (_, at) => at))
    expect(sum.buckets(true).map(({ levels }) => levels)).toEqual([
      [1, 1, 2, 3, 4, 5, 6],
      [7, 8, 9, 10, 11, 12, 13],
    ])
  })

  it('neither loses nor doubles a line, wherever the buckets end', () => {
    const part = fc.tuple(fc.integer({ min: -50, max: 250 }), fc.nat(300), fc.nat(1000))
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 20 }),
        fc.integer({ min: 1, max: 50 }),
        (parts, n) => {
          const wide = createHistogram(-100, 600, n)
          const left = createHistogram(-100, 123, n)
          const right = createHistogram(123, 600, n)
          for (const [from, length, lines] of parts) {
            for (const sum of [wide, left, right]) sum.add(from, from + length, 2, lines)
          }
          const all = parts.reduce((sum, [, , lines]) => sum + lines, 0)
          const linesOf = (sum: typeof wide) =>
            sum.buckets(true).reduce((total, { levels }) => total + (levels?.[2] ?? 0), 0)
          expect(linesOf(wide)).toBe(all)
          expect(linesOf(left) + linesOf(right)).toBe(all)
        },
      ),
    )
  })

  it('has a range', () => {
    expect(() => createHistogram(5, 5, 3)).toThrow(RangeError)
  })
})
