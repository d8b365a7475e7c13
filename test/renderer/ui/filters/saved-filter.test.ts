import { expect, it } from 'vitest'
import { NO_FILTER } from '../../../../src/renderer/ui/filters/log-filter.ts'
import { keptFilter, keptOf, savedOf } from '../../../../src/renderer/ui/filters/saved-filter.ts'
import { lineNumber } from '../../../../src/shared/line-number.ts'

const LINES = { from: lineNumber(10), to: lineNumber(20) }

it('keeps the times and lines of a log, and saves neither in a set', () => {
  const filter = { ...NO_FILTER, time: { from: 1, to: 2 }, lines: LINES }
  expect(keptFilter.parse(keptOf(filter))).toMatchObject({ time: { from: 1, to: 2 }, lines: LINES })
  expect(savedOf(filter)).not.toHaveProperty('lines')
  expect(savedOf(filter)).not.toHaveProperty('time')
})

it('reads filters that were kept before there were ranges of lines', () => {
  const { lines: _, ...before } = keptOf(NO_FILTER)
  expect(keptFilter.parse(before).lines).toBeNull()
})

it('takes no range that ends before it begins', () => {
  const backwards = { ...keptOf(NO_FILTER), lines: { from: 20, to: 10 } }
  expect(keptFilter.safeParse(backwards).success).toBe(false)
})
