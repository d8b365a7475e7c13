import { describe, expect, it } from 'vitest'
import {
  addRateSample,
  RATE_WINDOW_MS,
  type RateSample,
  rateAt,
} from '../../../src/renderer/data/rate.ts'

function samplesOf(...pairs: readonly (readonly [at: number, lines: number])[]) {
  return pairs.reduce<readonly RateSample[]>(
    (samples, [at, lines]) => addRateSample(samples, { at, lines }),
    [],
  )
}

describe('the rate', () => {
  it('is 0 before anything was seen and after one sample', () => {
    expect(rateAt([], 1000)).toBe(0)
    expect(rateAt(samplesOf([1000, 50]), 1000)).toBe(0)
  })

  it('is the mean over the window', () => {
    const steady = Array.from({ length: 100 }, (_, i) => [i * 100, i * 10] as const)
    expect(rateAt(samplesOf(...steady), 9900)).toBe(100)
  })

  it('falls to 0 when nothing comes any more', () => {
    const samples = samplesOf([0, 0], [1000, 300])
    expect(rateAt(samples, 1000)).toBe(300)
    expect(rateAt(samples, 2000)).toBe(150)
    expect(rateAt(samples, 1000 + RATE_WINDOW_MS)).toBe(0)
  })

  it('does not make a burst right after the start a huge rate', () => {
    expect(rateAt(samplesOf([0, 0], [5, 1000]), 5)).toBe(1000)
  })

  it('begins anew when a log became shorter', () => {
    expect(rateAt(samplesOf([0, 900], [1000, 10], [2000, 20]), 2000)).toBe(10)
  })

  it('keeps few samples of a log that changes a thousand times a second', () => {
    const busy = samplesOf(...Array.from({ length: 10_000 }, (_, i) => [i, i * 5] as const))
    expect(busy.length).toBeLessThan(40)
    expect(rateAt(busy, 9999)).toBeCloseTo(5000, -2)
  })
})
