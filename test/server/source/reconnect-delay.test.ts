import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_BACKOFF_MS, reconnectDelay } from '../../../src/server/source/reconnect-delay.ts'

describe('reconnectDelay', () => {
  it.each([
    [3000, 1, 3000],
    [3000, 2, 6000],
    [3000, 3, 12_000],
    [3000, 4, 24_000],
    [3000, 5, 30_000],
    [3000, 1e9, 30_000],
    [60_000, 1, 60_000],
    [60_000, 5, 60_000],
    [0, 1, 100],
    [Number.POSITIVE_INFINITY, 1, 3_600_000],
  ])('waits, with retry %d at attempt %d, %d ms', (retry, attempt, ms) => {
    expect(reconnectDelay(retry, attempt, 0)).toBe(ms)
  })

  it('adds at most 5 % by chance', () => {
    expect(reconnectDelay(2000, 1, 0.999_999)).toBe(2100)
  })

  it('never makes a timer that fires at once or overflows', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, noNaN: true }),
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (retry, attempt, random) => {
          const ms = reconnectDelay(retry, attempt, random)
          expect(ms).toBeGreaterThanOrEqual(100)
          expect(ms).toBeLessThan(Math.max(MAX_BACKOFF_MS * 1.05, 3_600_000 * 1.05) + 1)
        },
      ),
    )
  })
})
