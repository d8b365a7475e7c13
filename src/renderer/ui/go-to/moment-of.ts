import { assertNever } from '../../../shared/assert-never.ts'
import { type Clock, createFixedClock } from '../../../shared/time/clock.ts'
import { DAY_MS, utcDay } from '../../../shared/time/utc-day.ts'
import type { Day } from './parse-day.ts'
import type { GoTo } from './parse-go-to.ts'

/** What a wish for a time is understood by. Times are ms since 1970. */
export interface Surroundings {
  /** The zone of times that name none. */
  readonly clock: Clock
  readonly now: number
  /** The time of the line where the reader is; null when it has none. */
  readonly here: number | null
  /** The first and the last time of the log. */
  readonly first: number
  readonly last: number
}

/** Years that are gone back for a 29 February: seven at most lie between two of them (1897 to 1903). */
const LEAP_SEARCH_YEARS = 8

/** The moment, in ms since 1970, that is wished for; null when there is no such day. */
export function momentOf(
  goTo: Exclude<GoTo, { kind: 'line' }>,
  around: Surroundings,
): number | null {
  switch (goTo.kind) {
    case 'moment':
      return goTo.ms
    case 'distance':
      return (around.here ?? around.last) + goTo.ms
    case 'clock': {
      const { day, ofDay, zoneMinutes } = goTo
      const clock = zoneMinutes === null ? around.clock : createFixedClock(zoneMinutes)
      if (day === null) return nearestDay(ofDay, { ...around, clock })
      const start = startOf(day, { ...around, clock })
      return Number.isNaN(start) ? null : clock.fromWallClock(start + ofDay)
    }
    default:
      return assertNever(goTo, 'wish for a time')
  }
}

/** The day of the reader when the log reaches it then, else the nearest one on which it does. */
function nearestDay(ofDay: number, { clock, here, first, last }: Surroundings): number {
  const near = here ?? last
  const today = dayOf(clock.toWallClock(near))
  const at = (day: number): number => clock.fromWallClock(day + ofDay)
  const own = at(today)
  const days = [own, at(today - DAY_MS), at(today + DAY_MS)]
  return days.find((moment) => moment >= first && moment <= last) ?? own
}

/** The first ms of a day on the wall clock; NaN when no year has it. */
function startOf(day: Day, { clock, now, last }: Surroundings): number {
  switch (day.kind) {
    case 'today':
      return dayOf(clock.toWallClock(now)) + day.after * DAY_MS
    case 'date': {
      if (day.year !== null) return utcDay(day.year, day.month, day.day)
      // The last one that the log may have reached.
      const end = clock.toWallClock(last)
      const year = new Date(end).getUTCFullYear()
      for (let back = 0; back <= LEAP_SEARCH_YEARS; back++) {
        const start = utcDay(year - back, day.month, day.day)
        if (start <= end) return start
      }
      return Number.NaN
    }
    default:
      return assertNever(day, 'day')
  }
}

function dayOf(wallClock: number): number {
  return Math.floor(wallClock / DAY_MS) * DAY_MS
}
