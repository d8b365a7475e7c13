import { type ByteCursor, take, takeDigits } from './byte-cursor.ts'
import type { TimeContext } from './time-context.ts'
import { takeTimeOfDay } from './time-of-day.ts'

const BLANK = 0x20
const DASH = 0x2d

/** Takes `01-02 03:04:05.678` (Android's logcat): no year, no zone. */
export function takeMonthDayTime(cursor: ByteCursor, context: TimeContext): number {
  const month = takeDigits(cursor, 2)
  if (month < 0 || !take(cursor, DASH)) return Number.NaN
  const day = takeDigits(cursor, 2)
  if (day < 0 || !take(cursor, BLANK)) return Number.NaN
  return context.fromWallClock(context.dayOfUnknownYear(month, day) + takeTimeOfDay(cursor))
}
