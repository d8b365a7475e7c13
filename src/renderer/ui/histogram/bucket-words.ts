import type { TFunction } from 'i18next'
import { LEVELS } from '../../../shared/level.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import type { Format } from '../../i18n/format.ts'
import type { Counts } from './merge-counts.ts'
import { type Buckets, type PlaceRange, startOf } from './plan-buckets.ts'
import type { TimeWords } from './time-words.ts'

/** How places are told: times on a clock, or lines. */
export interface PlaceWords {
  /** The two ends of a range of whole parts; lines are told with the last one that belongs to it. */
  range(
    parts: Pick<Buckets, 'by' | 'width'>,
    range: PlaceRange,
  ): { readonly from: string; readonly to: string }
  /** A place, short, for an axis with marks `width` apart. */
  mark(by: Buckets['by'], place: number, width: number): string
}

export function createPlaceWords(
  t: TFunction,
  format: Format,
  time: TimeWords,
  { toWallClock }: Pick<Clock, 'toWallClock'>,
): PlaceWords {
  const line = (place: number) =>
    t('histogram.line', { line: format.number(Math.round(place) + 1) })
  return {
    range({ by, width }, { from, to }) {
      if (by === 'position') return { from: line(from), to: line(to - 1) }
      const [start, end] = [toWallClock(from), toWallClock(to)]
      return { from: time.start(start, width), to: time.end(end, start, width) }
    },
    mark: (by, place, width) =>
      by === 'time' ? time.mark(toWallClock(place), width) : format.number(Math.round(place)),
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
  const range = words.range(buckets, { from, to: from + buckets.width })
  const values = { ...range, lines: t('lines', { count: lines }) }
  if (errors === 0) return t('histogram.bucket', values)
  return t('histogram.bucketErrors', { ...values, errors: t('errors', { count: errors }) })
}
