import type { Histogram } from '../../../shared/histogram.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const TIME_STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14, 28].map((days) => days * DAY),
  // Years of 364 days, which are whole weeks, up to some ten thousand of them.
  ...[1, 2, 5, 10, 20, 50, 100, 1000, 10_000].map((years) => years * 364 * DAY),
]

/** 1, 2 and 5 times each power of ten, up to more lines than a disk can hold. */
const LINE_STEPS: readonly number[] = Array.from({ length: 14 }, (_, power) =>
  [1, 2, 5].map((factor) => factor * 10 ** power),
).flat()

/** The widths that people count in, rising: of times in ms, or of runs of lines. */
export function niceSteps(by: Histogram['by']): readonly number[] {
  return by === 'time' ? TIME_STEPS : LINE_STEPS
}
