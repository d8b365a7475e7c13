import { describe, expect, it } from 'vitest'
import { percentile } from '../../bench/percentile.ts'

describe('percentile', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index)

  it('is the value of the nearest rank, in whatever order the values come', () => {
    expect(percentile(values, 0.5)).toBe(50)
    expect(percentile(values, 0.99)).toBe(99)
  })

  it('is the smallest value at 0 and the largest at 1', () => {
    expect(percentile(values, 0)).toBe(1)
    expect(percentile(values, 1)).toBe(100)
  })

  it('leaves the values in their order', () => {
    percentile(values, 0.5)
    expect(values[0]).toBe(100)
  })

  it('is not a number without values', () => {
    expect(percentile([], 0.5)).toBeNaN()
  })
})
