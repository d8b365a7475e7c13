import type { Locale } from '../../../shared/bridge.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const DAY_MS = 24 * 60 * MINUTE_MS

/** Wall clock times, in ms as if they were UTC, as one language writes them. */
export interface TimeWords {
  /** Day and time, with as many places as it has: `23/11/2026, 14:02:03.5`. */
  moment(wallClock: number): string
  /** The beginning of a part that is `widthMs` long: no finer than that. */
  start(wallClock: number, widthMs: number): string
  /** The end of a range that begins at `from`: the day only where it is another one. */
  end(wallClock: number, from: number, widthMs: number): string
  /** The same for an axis, short: the day only where one begins. */
  mark(wallClock: number, widthMs: number): string
}

export function createTimeWords(locale: Locale): TimeWords {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const { format: write } = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    return (wallClock: number) => write(wallClock)
  }
  // Logs are written with 24 hours wherever they are read.
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const seconds = { ...clock, second: '2-digit' } as const
  const day = { day: '2-digit', month: '2-digit', year: 'numeric' } as const
  const dayAndTime = format({ ...day, ...seconds })
  const dayAndThousandths = format({ ...day, ...seconds, fractionalSecondDigits: 3 })
  const dayAndMinute = format({ ...day, ...clock })
  const wholeDay = format(day)
  const shortDay = format({ day: 'numeric', month: 'short' })
  const year = format({ year: 'numeric', month: 'short' })
  const minute = format(clock)
  const second = format(seconds)
  const thousandth = format({ ...seconds, fractionalSecondDigits: 3 })

  const timeOfDay = (wallClock: number, widthMs: number): string => {
    if (widthMs % MINUTE_MS === 0) return minute(wallClock)
    return widthMs % SECOND_MS === 0 ? second(wallClock) : thousandth(wallClock)
  }
  const start = (wallClock: number, widthMs: number): string => {
    if (widthMs % DAY_MS === 0) return wholeDay(wallClock)
    if (widthMs % MINUTE_MS === 0) return dayAndMinute(wallClock)
    return widthMs % SECOND_MS === 0 ? dayAndTime(wallClock) : dayAndThousandths(wallClock)
  }

  return {
    moment: (wallClock) =>
      wallClock % SECOND_MS === 0 ? dayAndTime(wallClock) : dayAndThousandths(wallClock),
    start,
    end(wallClock, from, widthMs) {
      const isSameDay = Math.floor(wallClock / DAY_MS) === Math.floor(from / DAY_MS)
      return isSameDay ? timeOfDay(wallClock, widthMs) : start(wallClock, widthMs)
    },
    mark(wallClock, widthMs) {
      if (widthMs >= 28 * DAY_MS) return year(wallClock)
      if (wallClock % DAY_MS === 0) return shortDay(wallClock)
      if (widthMs >= MINUTE_MS) return minute(wallClock)
      return widthMs >= SECOND_MS ? second(wallClock) : thousandth(wallClock)
    },
  }
}
