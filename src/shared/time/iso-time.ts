import { type ByteCursor, peek, take, takeDigits } from './byte-cursor.ts'
import type { TimeContext } from './time-context.ts'
import { takeTimeOfDay } from './time-of-day.ts'
import { utcDay } from './utc-day.ts'
import { takeZone } from './zone.ts'

const DASH = 0x2d
const SLASH = 0x2f
const POINT = 0x2e
const BLANK = 0x20
const COLON = 0x3a
const UNDERLINE = 0x5f
const CAPITAL_T = 0x54
const SMALL_T = 0x74

/**
 * Takes a time with its year first: `2024-01-02T03:04:05.678Z` (ISO 8601, RFC 3339, RFC 5424),
 * `2024-01-02 03:04:05,678` (log4j, Python), `2024/01/02 03:04:05` (nginx, Go).
 */
export function takeIsoTime(cursor: ByteCursor, context: TimeContext): number {
  const year = takeDigits(cursor, 4)
  if (year < 0) return Number.NaN
  const separator = peek(cursor)
  if (separator !== DASH && separator !== SLASH && separator !== POINT) return Number.NaN
  cursor.at += 1
  const month = takeDigits(cursor, 2)
  if (month < 0 || !take(cursor, separator)) return Number.NaN
  const day = takeDigits(cursor, 2)
  if (day < 0 || !isJoint(peek(cursor))) return Number.NaN
  cursor.at += 1
  const wallClock = utcDay(year, month, day) + takeTimeOfDay(cursor)
  if (Number.isNaN(wallClock)) return wallClock
  const zone = takeZone(cursor)
  return Number.isNaN(zone) ? context.fromWallClock(wallClock) : wallClock - zone * 60_000
}

function isJoint(code: number): boolean {
  return (
    code === CAPITAL_T ||
    code === BLANK ||
    code === SMALL_T ||
    code === UNDERLINE ||
    code === COLON ||
    code === DASH
  )
}
