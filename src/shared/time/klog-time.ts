import { type ByteCursor, isDigit, peek, take, takeDigits } from './byte-cursor.ts'
import type { TimeContext } from './time-context.ts'
import { takeTimeOfDay } from './time-of-day.ts'
import { utcDay } from './utc-day.ts'

const BLANK = 0x20

/** The letters of the severities: info, warning, error, fatal. */
const SEVERITIES = new Set([0x49, 0x57, 0x45, 0x46])

/**
 * Takes `I0102 03:04:05.678901` (klog, glog) and `I20240102 03:04:05.678901` (glog since 0.5), with
 * the letter of the severity before it.
 */
export function takeKlogTime(cursor: ByteCursor, context: TimeContext): number {
  if (!SEVERITIES.has(peek(cursor))) return Number.NaN
  cursor.at += 1
  const withYear = isDigit(cursor.bytes[cursor.at + 4] ?? 0)
  const year = withYear ? takeDigits(cursor, 4) : 0
  const month = takeDigits(cursor, 2)
  const day = takeDigits(cursor, 2)
  if (year < 0 || month < 0 || day < 0 || !take(cursor, BLANK)) return Number.NaN
  const start = withYear ? utcDay(year, month, day) : context.dayOfUnknownYear(month, day)
  return context.fromWallClock(start + takeTimeOfDay(cursor))
}
