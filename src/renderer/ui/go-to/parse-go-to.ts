import { parseClockTime } from './parse-clock-time.ts'
import { type Day, parseDay } from './parse-day.ts'
import { parseDistance } from './parse-distance.ts'
import { parseEpoch } from './parse-epoch.ts'

/** A place in a log that a person can name. */
export type GoTo =
  /**
   * The line with this number, counted from 1 as on the screen. `epoch` is the time in ms since 1970
   * that the same digits may mean where no log has so many lines; null when they mean none.
   */
  | { readonly kind: 'line'; readonly number: number; readonly epoch: number | null }
  /** This long after the line where the reader is, in ms; before it when negative. */
  | { readonly kind: 'distance'; readonly ms: number }
  /** A moment in ms since 1970. */
  | { readonly kind: 'moment'; readonly ms: number }
  | {
      readonly kind: 'clock'
      /** Null for the day that lies nearest. */
      readonly day: Day | null
      /** Since midnight, in ms. */
      readonly ofDay: number
      /** Minutes east of UTC; null for the clock of the log. */
      readonly zoneMinutes: number | null
    }

/**
 * Digits, alone or in groups of three with one kind of separator between them, as any language
 * writes numbers and as they are copied out of the status bar: `12345`, `12.345`, `12,345`, `12 345`.
 */
const NUMBER = /^\d+$|^\d{1,3}(?<separator>[.,'’_ \u00a0\u202f])\d{3}(?:\k<separator>\d{3})*$/

/** What may stand between a day and a time of it, in either order. */
const JOINTS = /\s+(?:at|às|as)\s+|\s*,\s*|(?<=\d)t(?=\d)|\s+/g

/**
 * The place that `text` names; null when it names none. English and Portuguese words count in either
 * language; `dayFirst` says how `5/6` is read.
 */
export function parseGoTo(text: string, { dayFirst }: { readonly dayFirst: boolean }): GoTo | null {
  const wish = text.trim().toLowerCase()
  if (NUMBER.test(wish)) {
    return { kind: 'line', number: Number(wish.replace(/\D/g, '')), epoch: parseEpoch(wish) }
  }
  const epoch = parseEpoch(wish)
  if (epoch !== null) return { kind: 'moment', ms: epoch }
  const distance = parseDistance(wish)
  if (distance !== null) return { kind: 'distance', ms: distance }
  return parseDayAndTime(wish, dayFirst)
}

function parseDayAndTime(wish: string, dayFirst: boolean): GoTo | null {
  const time = parseClockTime(wish)
  if (time !== null) return { kind: 'clock', day: null, ...time }
  const day = parseDay(wish, dayFirst)
  if (day !== null) return { kind: 'clock', day, ofDay: 0, zoneMinutes: null }
  for (const joint of wish.matchAll(JOINTS)) {
    const left = wish.slice(0, joint.index)
    const right = wish.slice(joint.index + joint[0].length)
    const both = dayWithTime(left, right, dayFirst) ?? dayWithTime(right, left, dayFirst)
    if (both !== null) return both
  }
  return null
}

function dayWithTime(day: string, time: string, dayFirst: boolean): GoTo | null {
  const when = parseClockTime(time)
  const of = when === null ? null : parseDay(day, dayFirst)
  return when === null || of === null ? null : { kind: 'clock', day: of, ...when }
}
