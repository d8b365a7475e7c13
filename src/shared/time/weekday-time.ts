import { type ByteCursor, isDigit, isLetter, peek, take, takeDigits } from './byte-cursor.ts'
import { takeMonthName } from './month-name.ts'
import type { TimeContext } from './time-context.ts'
import { takeTimeOfDay } from './time-of-day.ts'
import { utcDay } from './utc-day.ts'
import { takeZone } from './zone.ts'

const BLANK = 0x20

/**
 * Takes `Tue Jan  2 03:04:05.678901 2024` (asctime, Apache's error log), also with a zone before the
 * year (`date`); what the weekday says is not looked at. Only UTC, GMT and offsets count as zones.
 */
export function takeWeekdayTime(cursor: ByteCursor, context: TimeContext): number {
  if (!takeLetters(cursor, 3) || !take(cursor, BLANK)) return Number.NaN
  const month = takeMonthName(cursor)
  if (month === 0 || !take(cursor, BLANK)) return Number.NaN
  const padded = take(cursor, BLANK)
  const digits = padded || !isDigit(cursor.bytes[cursor.at + 1] ?? 0) ? 1 : 2
  const day = takeDigits(cursor, digits)
  if (day < 0 || !take(cursor, BLANK)) return Number.NaN
  const ofDay = takeTimeOfDay(cursor)
  const zone = takeZone(cursor)
  if (Number.isNaN(zone) && isLetter(cursor.bytes[cursor.at + 1] ?? 0)) passWord(cursor)
  if (!take(cursor, BLANK)) return Number.NaN
  const year = takeDigits(cursor, 4)
  const wallClock = year < 0 ? Number.NaN : utcDay(year, month, day) + ofDay
  if (Number.isNaN(wallClock)) return wallClock
  return Number.isNaN(zone) ? context.fromWallClock(wallClock) : wallClock - zone * 60_000
}

function takeLetters(cursor: ByteCursor, count: number): boolean {
  for (let left = count; left > 0; left--) {
    if (!isLetter(peek(cursor))) return false
    cursor.at += 1
  }
  return true
}

/** Passes a blank and the letters after it. */
function passWord(cursor: ByteCursor): void {
  take(cursor, BLANK)
  while (isLetter(peek(cursor))) cursor.at += 1
}
