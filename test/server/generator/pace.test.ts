import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPace } from '../../../src/server/generator/pace.ts'

/** Runs a pace for `forMs` with timers that fire late by the given times; when how many lines came. */
function run(intervalMs: number, forMs: number, lateMs: readonly number[]) {
  const pace = createPace(1000, intervalMs)
  const taken: { at: number; lines: number }[] = []
  let now = 1000
  for (let tick = 0; now <= 1000 + forMs; tick++) {
    const lines = pace.take(now)
    if (lines > 0) taken.push({ at: now - 1000, lines })
    now += pace.wait(now) + (lateMs[tick % lateMs.length] ?? 0)
  }
  return { taken, total: taken.reduce((sum, { lines }) => sum + lines, 0) }
}

describe('createPace', () => {
  it('gives a line at once and then one per interval', () => {
    const { taken } = run(300, 1000, [0])
    expect(taken).toEqual([0, 300, 600, 900].map((at) => ({ at, lines: 1 })))
  })

  it('gives 200 lines in 60 s however late the timers fire, and none off by more than a timer', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 29, noNaN: true }), { minLength: 1 }),
        (late) => {
          const { taken, total } = run(300, 59_999, late)
          expect(Math.abs(total - 200)).toBeLessThanOrEqual(1)
          for (const [n, { at }] of taken.entries()) {
            expect(at - n * 300).toBeGreaterThanOrEqual(0)
            expect(at - n * 300).toBeLessThan(30)
          }
        },
      ),
    )
  })

  it('gives batches at a high rate, in all as many as the rate says', () => {
    const { taken, total } = run(1000 / 250_000, 10_000, [0, 3, 7])
    expect(total / 10).toBeGreaterThan(249_000)
    expect(total / 10).toBeLessThan(251_000)
    expect(taken.length).toBeLessThanOrEqual(501)
  })

  it('makes up for a short hold-up and leaves out a long one', () => {
    const short = createPace(0, 100)
    expect(short.take(0)).toBe(1)
    expect(short.take(950)).toBe(9)
    const long = createPace(0, 100)
    expect(long.take(0)).toBe(1)
    expect(long.take(60_000)).toBe(1)
    expect(long.wait(60_000)).toBe(100)
    expect(long.take(60_100)).toBe(1)
  })

  it('keeps an interval that is longer than the hold-up', () => {
    const { taken } = run(5000, 20_000, [2])
    expect(taken.map(({ lines }) => lines)).toEqual([1, 1, 1, 1])
  })
})
