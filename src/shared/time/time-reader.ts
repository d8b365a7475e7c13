import type { ByteCursor } from './byte-cursor.ts'
import { takeDayMonthYearTime } from './day-month-year-time.ts'
import { takeEpochTime } from './epoch-time.ts'
import { takeIsoTime } from './iso-time.ts'
import { takeKlogTime } from './klog-time.ts'
import { takeMonthDayTime } from './month-day-time.ts'
import { takeSyslogTime } from './syslog-time.ts'
import type { TimeContext } from './time-context.ts'
import type { TimeNotation } from './time-notation.ts'
import { takeWeekdayTime } from './weekday-time.ts'

/** Takes a time that begins at the cursor, as ms since 1970; NaN when none does. */
export type TimeReader = (cursor: ByteCursor, context: TimeContext) => number

/** The reader of each notation; where more than one could read a time, the first one does. */
export const TIME_READERS: Readonly<Record<TimeNotation, TimeReader>> = {
  iso: takeIsoTime,
  syslog: takeSyslogTime,
  'day-month-year': takeDayMonthYearTime,
  'month-day': takeMonthDayTime,
  weekday: takeWeekdayTime,
  klog: takeKlogTime,
  epoch: takeEpochTime,
}
