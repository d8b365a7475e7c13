import { DAY_MS, utcDay } from './utc-day.ts'

/**
 * How far after the last known change of its log a time without a year may lie, in days: the log
 * goes on growing while the format stays as it was found. Ten months are left to look back.
 */
const AHEAD_DAYS = 60

/** A year without a 29 February is at most seven years from one that has it (1897 to 1903). */
const LEAP_SEARCH_YEARS = 8

/** What a written time leaves unsaid: its zone and its year. */
export interface TimeContext {
  /** A wall clock time, in ms as if it were UTC, as ms since 1970. */
  fromWallClock(ms: number): number
  /** The first millisecond, as if in UTC, of a day without a year; NaN when no year has it. */
  dayOfUnknownYear(month: number, day: number): number
}

/** `lastChange`, in ms since 1970, is when the log was written last: a time without a year lies near it. */
export function createTimeContext(
  fromWallClock: TimeContext['fromWallClock'],
  lastChange: number,
): TimeContext {
  const latest = lastChange + AHEAD_DAYS * DAY_MS
  const latestYear = new Date(latest).getUTCFullYear()
  return {
    fromWallClock,
    dayOfUnknownYear(month, day) {
      for (let back = 0; back <= LEAP_SEARCH_YEARS; back++) {
        const start = utcDay(latestYear - back, month, day)
        if (start <= latest) return start
      }
      return Number.NaN
    },
  }
}
