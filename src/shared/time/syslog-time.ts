import { type ByteCursor, isDigit, peek, take, takeDigits } from './byte-cursor.ts'
import { takeMonthName } from './month-name.ts'
import type { TimeContext } from './time-context.ts'
import { takeTimeOfDay } from './time-of-day.ts'
import { utcDay } from './utc-day.ts'
import { takeZone } from './zone.ts'

const BLANK = 0x20
const COLON = 0x3a

/**
 * Takes `Jan  2 03:04:05` (RFC 3164), also with a year (`Jan 02 2024 03:04:05`, Cisco), a fraction
 * or a zone.
 */
export function takeSyslogTime(cursor: ByteCursor, context: TimeContext): number {
  const month = takeMonthName(cursor)
  if (month === 0 || !take(cursor, BLANK)) return Number.NaN
  const padded = take(cursor, BLANK)
  const day = padded || !isDigit(cursor.bytes[cursor.at + 1] ?? 0) ? 1 : 2
  const dayOfMonth = takeDigits(cursor, day)
  if (dayOfMonth < 0 || !take(cursor, BLANK)) return Number.NaN
  const wallClock = takeDay(cursor, context, month, dayOfMonth) + takeTimeOfDay(cursor)
  if (Number.isNaN(wallClock)) return wallClock
  const zone = takeZone(cursor)
  return Number.isNaN(zone) ? context.fromWallClock(wallClock) : wallClock - zone * 60_000
}

function takeDay(cursor: ByteCursor, context: TimeContext, month: number, day: number): number {
  // `03:0` has a colon where the third digit of a year would stand.
  if (cursor.bytes[cursor.at + 2] === COLON) return context.dayOfUnknownYear(month, day)
  const year = takeDigits(cursor, 4)
  if (year < 0 || peek(cursor) !== BLANK) return Number.NaN
  cursor.at += 1
  return utcDay(year, month, day)
}
