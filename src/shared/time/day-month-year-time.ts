import { type ByteCursor, peek, take, takeDigits } from './byte-cursor.ts'
import { takeMonthName } from './month-name.ts'
import type { TimeContext } from './time-context.ts'
import { takeTimeOfDay } from './time-of-day.ts'
import { utcDay } from './utc-day.ts'
import { takeZone } from './zone.ts'

const BLANK = 0x20
const COLON = 0x3a
const DASH = 0x2d
const SLASH = 0x2f

/**
 * Takes a time with its day first and the month as a word: `10/Oct/2000:13:55:36 -0700` (CLF),
 * `02-Jan-2024 03:04:05.678` (Tomcat, BIND), `02 Jan 2024 03:04:05 GMT` (Redis, RFC 9110).
 */
export function takeDayMonthYearTime(cursor: ByteCursor, context: TimeContext): number {
  const day = takeDigits(cursor, 2)
  const separator = peek(cursor)
  if (day < 0 || (separator !== SLASH && separator !== DASH && separator !== BLANK)) {
    return Number.NaN
  }
  cursor.at += 1
  const month = takeMonthName(cursor)
  if (month === 0 || !take(cursor, separator)) return Number.NaN
  const year = takeDigits(cursor, 4)
  if (year < 0 || !(take(cursor, COLON) || take(cursor, BLANK))) return Number.NaN
  const wallClock = utcDay(year, month, day) + takeTimeOfDay(cursor)
  if (Number.isNaN(wallClock)) return wallClock
  const zone = takeZone(cursor)
  return Number.isNaN(zone) ? context.fromWallClock(wallClock) : wallClock - zone * 60_000
}
