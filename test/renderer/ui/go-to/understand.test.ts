import { describe, expect, it } from 'vitest'
import { type Reach, understand } from '../../../../src/renderer/ui/go-to/understand.ts'
import { createClock } from '../../../../src/shared/time/clock.ts'
import { createLineTimeReader } from '../../../../src/shared/time/line-time.ts'
import { createTimeContext } from '../../../../src/shared/time/time-context.ts'

const clock = createClock('America/Sao_Paulo')
const last = Date.parse('2024-01-02T12:00:00-03:00')
const REACH: Reach = {
  lines: 5000,
  dayFirst: true,
  times: { clock, now: last, here: null, first: last - 3_600_000, last },
  timeOf: createLineTimeReader(createTimeContext(clock.fromWallClock, last)),
}

describe('what a typed text means', () => {
  it.each([
    ['', { kind: 'nothing' }],
    ['  ', { kind: 'nothing' }],
    ['4.999', { kind: 'line', number: 4999 }],
    ['6000', { kind: 'line', number: 6000 }],
    ['11:30', { kind: 'time', ms: last - 1_800_000 }],
    ['-5m', { kind: 'time', ms: last - 300_000 }],
    ['1704207600', { kind: 'time', ms: 1_704_207_600_000 }],
    ['29/02/2023', { kind: 'unreadable' }],
    ['meio-dia', { kind: 'unreadable' }],
  ])('%j', (text, meant) => {
    expect(understand(text, REACH)).toEqual(meant)
  })

  it.each([
    '02/Jan/2024:12:00:00 -0300',
    'Jan  2 12:00:00',
    '[2024-01-02 12:00:00,000] INFO started',
    'I0102 12:00:00.000000 1 main.go:5] started',
  ])('takes %j, which was copied out of a log', (text) => {
    expect(understand(text, REACH)).toEqual({ kind: 'time', ms: last })
  })

  it('is a line as long as the log has so many', () => {
    const huge = { ...REACH, lines: 2_000_000_000 }
    expect(understand('1704207600', huge)).toEqual({ kind: 'line', number: 1_704_207_600 })
  })

  it('says of a log without times that it has none', () => {
    const timeless = { ...REACH, times: null }
    expect(understand('14:02', timeless)).toEqual({ kind: 'no-times' })
    expect(understand('1704207600', timeless)).toEqual({ kind: 'line', number: 1_704_207_600 })
    expect(understand('Jan  2 12:00:00', timeless)).toEqual({ kind: 'unreadable' })
  })
})
