import { createTimeContext, type TimeContext } from '../../../shared/time/time-context.ts'
import type { TimeFormat } from '../engine-task.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** The zone and the years of a format. */
export function createFormatContext({ zoneMinutes, lastChange }: TimeFormat): TimeContext {
  return createTimeContext(
    zoneMinutes === null ? createLocalClock() : (ms) => ms - zoneMinutes * MINUTE_MS,
    lastChange,
  )
}

/** Reads wall clock times as those of this server's zone. */
function createLocalClock(): TimeContext['fromWallClock'] {
  // One entry is enough: the lines of a log lie close together.
  let hour = Number.NaN
  let offset = 0
  return (ms) => {
    const thisHour = Math.floor(ms / HOUR_MS)
    if (thisHour !== hour) {
      hour = thisHour
      offset = localOffset(hour * HOUR_MS)
    }
    return ms + offset
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
