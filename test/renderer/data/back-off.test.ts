import { expect, it } from 'vitest'
import { backOff, MAX_BACK_OFF_MS } from '../../../src/renderer/data/back-off.ts'

it('waits half a second, then longer and longer, but never more than ten seconds', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(backOff)).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000])
  expect(backOff(5000)).toBe(MAX_BACK_OFF_MS)
})
