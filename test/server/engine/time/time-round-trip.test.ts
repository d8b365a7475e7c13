import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { detectTimeFormat } from '../../../../src/server/engine/time/detect-time-format.ts'
import { createTimeParser } from '../../../../src/server/engine/time/time-parser.ts'
import type { TimeNotation } from '../../../../src/shared/time/time-notation.ts'
import { utcDay } from '../../../../src/shared/time/utc-day.ts'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

interface Writer {
  readonly notation: TimeNotation
  /** The smallest step that the notation tells, in ms. */
  readonly step: number
  readonly write: (time: Date) => string
}

const two = (value: number): string => String(value).padStart(2, '0')
const clock = (time: Date): string => time.toISOString().slice(11, 19)
const date = (time: Date): string => time.toISOString().slice(0, 10)
const month = (time: Date): string => MONTHS[time.getUTCMonth()] ?? ''
const day = (time: Date): string => two(time.getUTCDate())

/** Every notation, as somebody writes it who does not know how it is read. */
const WRITERS: readonly Writer[] = [
  { notation: 'iso', step: 1, write: (time) => `${time.toISOString()} a` },
  {
    notation: 'iso',
    step: 1,
    write: (time) => `[${date(time)} ${clock(time)},${time.toISOString().slice(20, 23)}] a`,
  },
  {
    notation: 'iso',
    step: 1000,
    write: (time) => `${date(time).replaceAll('-', '/')} ${clock(time)} [error] a`,
  },
  {
    notation: 'syslog',
    step: 1000,
    write: (time) =>
      `${month(time)} ${String(time.getUTCDate()).padStart(2)} ${clock(time)} host a[1]: b`,
  },
  {
    notation: 'day-month-year',
    step: 1000,
    write: (time) =>
      `192.0.2.1 - - [${day(time)}/${month(time)}/${time.getUTCFullYear()}:${clock(time)} +0000] "GET"`,
  },
  {
    notation: 'month-day',
    step: 1,
    write: (time) => `${date(time).slice(5)} ${time.toISOString().slice(11, 23)} 1 2 I a: b`,
  },
  {
    notation: 'weekday',
    step: 1000,
    write: (time) =>
      `[Mon ${month(time)} ${day(time)} ${clock(time)} ${time.getUTCFullYear()}] [error] a`,
  },
  {
    notation: 'klog',
    step: 1,
    write: (time) =>
      `W${two(time.getUTCMonth() + 1)}${day(time)} ${time.toISOString().slice(11, 23)}000 1 a.go:1] b`,
  },
  { notation: 'epoch', step: 1000, write: (time) => `${time.getTime() / 1000} a` },
  { notation: 'epoch', step: 1, write: (time) => `{"time":${time.getTime()},"msg":"a"}` },
  { notation: 'epoch', step: 1, write: (time) => `ts=${time.getTime()}000 msg=a` },
  { notation: 'epoch', step: 1, write: (time) => `{"msg":"a","ts":${time.getTime()}000000}` },
]

const FIRST = Date.UTC(2020, 0, 1)
const LAST = Date.UTC(2039, 11, 31)

describe('a time that was written', () => {
  it.each(WRITERS)(
    'is read as what it was: $notation, by $step ms',
    ({ notation, step, write }) => {
      fc.assert(
        fc.property(
          fc.integer({ min: FIRST / step, max: LAST / step }),
          // Times without a year lie up to ten months before the last change.
          fc.nat(300),
          fc.constantFrom(-480, 0, 330),
          (steps, daysAgo, zoneMinutes) => {
            const time = steps * step
            const lastChange = time + daysAgo * 86_400_000
            const zoned = /Z| \+0000|"|ts=/.test(write(new Date(time))) || notation === 'epoch'
            const wallClock = new Date(zoned ? time : time + zoneMinutes * 60_000)
            const line = Buffer.from(`${write(wallClock)}\n`)
            const format = detectTimeFormat(line, 'utf-8', { zoneMinutes, lastChange })
            expect(format?.notation).toBe(notation)
            if (format === null) return
            expect(createTimeParser(format, 'utf-8')(line, 0, line.length)).toBe(time)
          },
        ),
        { numRuns: 300 },
      )
    },
  )

  it('is on the day that Date has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.nat(13),
        fc.nat(32),
        (year, monthNumber, dayOfMonth) => {
          const iso = `${String(year).padStart(4, '0')}-${two(monthNumber)}-${two(dayOfMonth)}`
          const known = new Date(`${iso}T00:00:00Z`)
          const isDay = !Number.isNaN(known.getTime()) && known.getUTCDate() === dayOfMonth
          expect(utcDay(year, monthNumber, dayOfMonth)).toBe(isDay ? known.getTime() : Number.NaN)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('never breaks a reader, whatever the bytes are', () => {
    const unsaid = { zoneMinutes: null, lastChange: Date.UTC(2024, 0, 1) }
    const pieces = fc.constantFrom(
      '2024-',
      '01',
      '-02',
      'T',
      ' ',
      ':',
      '03',
      'Jan',
      '[',
      '{"ts":',
      '"',
      '\n',
      '17',
      '\0',
      '\x1b[3',
      'I',
      '+',
      'Z',
      '.',
      ',',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.nat(60), fc.nat(60), (text, from, to) => {
        const bytes = Buffer.from(text.join(''))
        const format = detectTimeFormat(bytes, 'utf-8', unsaid)
        if (format === null) return
        const start = Math.min(from, bytes.length)
        const end = Math.min(bytes.length, start + to)
        const time = createTimeParser(format, 'utf-8')(bytes, start, end)
        // Nothing behind the end is read: the same bytes alone give the same time.
        const alone = createTimeParser(format, 'utf-8')(
          Buffer.from(bytes.subarray(start, end)),
          0,
          end - start,
        )
        expect(alone).toBe(time)
      }),
      { numRuns: 2000 },
    )
  })
})
