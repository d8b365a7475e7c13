import type { TimeFormat } from '../engine-task.ts'
import { DAY_MS, utcDay } from './utc-day.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/**
 * How far after the last known change of its file a time without a year may lie, in days: the file
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

/** The zone and the years of a format. */
export function createTimeContext(format: TimeFormat): TimeContext {
  const { zoneMinutes, lastChange } = format
  const latest = lastChange + AHEAD_DAYS * DAY_MS
  const latestYear = new Date(latest).getUTCFullYear()
  // One entry is enough: the lines of a log lie close together.
  let hour = Number.NaN
  let offset = 0
  return {
    fromWallClock(ms) {
      if (zoneMinutes !== null) return ms - zoneMinutes * MINUTE_MS
      const thisHour = Math.floor(ms / HOUR_MS)
      if (thisHour !== hour) {
        hour = thisHour
        offset = localOffset(hour * HOUR_MS)
      }
      return ms + offset
    },
    dayOfUnknownYear(month, day) {
      for (let back = 0; back <= LEAP_SEARCH_YEARS; back++) {
        const start = utcDay(latestYear - back, month, day)
        if (start <= latest) return start
      }
      return Number.NaN
    },
  }
}

/** What has to be added to a wall clock time of this server's zone; the earlier one of two in autumn. */
function localOffset(wallClock: number): number {
  const date = new Date(wallClock)
  const local = new Date(
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
  )
  return local.getTime() - wallClock
}
