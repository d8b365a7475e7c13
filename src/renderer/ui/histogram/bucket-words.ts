import type { TFunction } from 'i18next'
import { LEVELS } from '../../../shared/level.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import type { Format } from '../../i18n/format.ts'
import type { Counts } from './merge-counts.ts'
import { type Buckets, type PlaceRange, startOf } from './plan-buckets.ts'
import type { TimeWords } from './time-words.ts'

/** How places are told: times on a clock, or lines. */
export interface PlaceWords {
  /** A place that begins or ends something `width` long. */
  place(by: Buckets['by'], place: number, width: number): string
  /** Short, for an axis. */
  mark(by: Buckets['by'], place: number, width: number): string
}

export function createPlaceWords(
  t: TFunction,
  format: Format,
  time: TimeWords,
  clock: Pick<Clock, 'toWallClock'>,
): PlaceWords {
  return {
    place: (by, place, width) =>
      by === 'time'
        ? time.start(clock.toWallClock(place), width)
        : t('histogram.line', { line: format.number(Math.round(place) + 1) }),
    mark: (by, place, width) =>
      by === 'time' ? time.mark(clock.toWallClock(place), width) : format.number(Math.round(place)),
  }
}

/** One part of the histogram in a sentence, as it is spoken and shown beside the pointer. */
export function bucketWords(
  t: TFunction,
  words: PlaceWords,
  buckets: Buckets,
  index: number,
  { lines, levels }: Counts,
): string {
  const from = startOf(buckets, index)
  const errors = LEVELS.reduce(
    (sum, level, at) => sum + (level === 'fatal' || level === 'error' ? (levels?.[at] ?? 0) : 0),
    0,
  )
  const range = rangeWords(words, buckets, { from, to: from + buckets.width })
  const values = { ...range, lines: t('lines', { count: lines }) }
  if (errors === 0) return t('histogram.bucket', values)
  return t('histogram.bucketErrors', { ...values, errors: t('errors', { count: errors }) })
}

/** The two ends of a range; lines are told with the last one that belongs to it. */
export function rangeWords(
  words: PlaceWords,
  { by, width }: Pick<Buckets, 'by' | 'width'>,
  { from, to }: PlaceRange,
): { readonly from: string; readonly to: string } {
  return {
    from: words.place(by, from, width),
    to: words.place(by, by === 'time' ? to : to - 1, width),
  }
}
