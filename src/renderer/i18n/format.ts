import type { Locale } from '../../shared/bridge.ts'

/** Numbers, bytes and shares as one language writes them. */
export interface Format {
  number(value: number): string
  /** With a unit of 1 024: `8,2 MB`. */
  bytes(value: number): string
  /** Lines per second, rounded as far as an eye can follow: `0,4`, `12`, `50.000`. */
  rate(value: number): string
  /** A share from 0 to 1: `43%`. */
  percent(share: number): string
  /** The time of day of a moment in ms since 1970, to the second. */
  time(at: number): string
}

const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const

export function createFormat(locale: Locale): Format {
  const number = new Intl.NumberFormat(locale)
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const slow = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const fast = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const units = UNITS.map(
    (unit) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        // Always one place after the point: a size that grows does not change its width with each tenth.
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }),
  )
  return {
    number: (value) => number.format(value),
    bytes(value) {
      // Intl writes "0B" or "0 byte" in English: neither stands beside "1.0 kB".
      if (value < 1024) return `${number.format(value)}\u00a0B`
      const power = Math.min(Math.floor(Math.log2(value) / 10), UNITS.length)
      return units[power - 1]?.format(value / 1024 ** power) ?? number.format(value)
    },
    rate: (value) => (value < 10 ? slow : fast).format(value),
    percent: (share) => percent.format(share),
    time: (at) => time.format(at),
  }
}
