import { utcDay } from '../../../shared/time/utc-day.ts'

/** A day that a person names. */
export type Day =
  /** So many days after today. */
  | { readonly kind: 'today'; readonly after: number }
  | {
      readonly kind: 'date'
      /** Null when it was not typed. */
      readonly year: number | null
      /** From 1. */
      readonly month: number
      readonly day: number
    }

const WORDS: Readonly<Record<string, number>> = {
  today: 0,
  hoje: 0,
  yesterday: -1,
  ontem: -1,
  anteontem: -2,
}

/** Year first, as ISO 8601 and most logs write it. */
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/

/** Day and month, in the order of the user's language. Only with slashes is it a day without a year. */
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})(?:(?<=\/\d+)|\2(\d{4}|\d{2}))$/

/** A leap year: without a year every day of February may be meant. */
const LEAP_YEAR = 2024

/** The day that `text`, in small letters, names; null when it names none. `dayFirst` says how `5/6` is read. */
export function parseDay(text: string, dayFirst: boolean): Day | null {
  const after = Object.hasOwn(WORDS, text) ? WORDS[text] : undefined
  if (after !== undefined) return { kind: 'today', after }
  const iso = YEAR_FIRST.exec(text)
  if (iso !== null) return dateOf(Number(iso[1]), Number(iso[3]), Number(iso[4]))
  const local = YEAR_LAST.exec(text)
  if (local === null) return null
  const [, first, , second, year] = local
  const [a, b] = [Number(first), Number(second)]
  const fullYear = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year)
  // A month has no 13: what cannot be meant in the user's order is meant in the other one.
  return dayFirst
    ? (dateOf(fullYear, b, a) ?? dateOf(fullYear, a, b))
    : (dateOf(fullYear, a, b) ?? dateOf(fullYear, b, a))
}

function dateOf(year: number | null, month: number, day: number): Day | null {
  if (Number.isNaN(utcDay(year ?? LEAP_YEAR, month, day))) return null
  return { kind: 'date', year, month, day }
}
