import { describe, expect, it } from 'vitest'
import { momentOf, type Surroundings } from '../../../../src/renderer/ui/go-to/moment-of.ts'
import { parseGoTo } from '../../../../src/renderer/ui/go-to/parse-go-to.ts'
import { createClock } from '../../../../src/shared/time/clock.ts'

/** A log from the evening of the 1st to the morning of the 3rd in São Paulo, which is at -03:00. */
const AROUND: Surroundings = {
  clock: createClock('America/Sao_Paulo'),
  now: Date.parse('2024-01-03T12:00:00-03:00'),
  here: Date.parse('2024-01-02T10:00:00-03:00'),
  first: Date.parse('2024-01-01T20:00:00-03:00'),
  last: Date.parse('2024-01-03T09:00:00-03:00'),
}

function moment(text: string, around: Partial<Surroundings> = {}): string | null {
  const goTo = parseGoTo(text, { dayFirst: true })
  if (goTo === null || goTo.kind === 'line') throw new Error(`${text} names no time.`)
  const ms = momentOf(goTo, { ...AROUND, ...around })
  return ms === null ? null : new Date(ms).toISOString()
}

describe('the moment that is wished for', () => {
  it.each([
    ['10:30', '2024-01-02T13:30:00.000Z'],
    ['23:59:59.5', '2024-01-03T02:59:59.500Z'],
    ['14:02Z', '2024-01-02T14:02:00.000Z'],
    ['-5m', '2024-01-02T12:55:00.000Z'],
    ['+30s', '2024-01-02T13:00:30.000Z'],
    ['ontem 14:00', '2024-01-02T17:00:00.000Z'],
    ['hoje', '2024-01-03T03:00:00.000Z'],
    ['anteontem às 21h', '2024-01-02T00:00:00.000Z'],
    ['02/01 08:00', '2024-01-02T11:00:00.000Z'],
    ['31/12 08:00', '2023-12-31T11:00:00.000Z'],
    ['29/02', '2020-02-29T03:00:00.000Z'],
    ['2024-01-02T10:00:00+01:00', '2024-01-02T09:00:00.000Z'],
    ['@1704164645', '2024-01-02T03:04:05.000Z'],
  ])('of %j is %s', (text, expected) => {
    expect(moment(text)).toBe(expected)
  })

  it('lies on the nearest day that the log reaches', () => {
    const here = Date.parse('2024-01-03T08:00:00-03:00')
    expect(moment('14:02', { here })).toBe('2024-01-02T17:02:00.000Z')
    const first = Date.parse('2024-01-01T20:30:00-03:00')
    expect(moment('09:00', { here: first })).toBe('2024-01-02T12:00:00.000Z')
  })

  it('lies on the day of the reader when the log reaches it on no day', () => {
    const last = Date.parse('2024-01-02T10:00:00-03:00')
    const first = Date.parse('2024-01-02T09:00:00-03:00')
    expect(moment('14:02', { first, last })).toBe('2024-01-02T17:02:00.000Z')
  })

  it('is told from the end of the log where the reader stands at no time', () => {
    expect(moment('-5m', { here: null })).toBe('2024-01-03T11:55:00.000Z')
    expect(moment('08:00', { here: null })).toBe('2024-01-03T11:00:00.000Z')
  })

  it('is none on a day that no year has', () => {
    const goTo = {
      kind: 'clock',
      day: { kind: 'date', year: 2023, month: 2, day: 29 },
      ofDay: 0,
      zoneMinutes: null,
    } as const
    expect(momentOf(goTo, AROUND)).toBeNull()
  })
})
