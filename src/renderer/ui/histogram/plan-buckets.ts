import type { Histogram } from '../../../shared/histogram.ts'
import { niceSteps } from './nice-steps.ts'

/** `[from, to)`: times in ms since 1970, or line numbers. */
export interface PlaceRange {
  readonly from: number
  readonly to: number
}

/** A range that is cut into `count` equal parts of a width that people count in. */
export interface Buckets extends PlaceRange {
  readonly by: Histogram['by']
  readonly count: number
  /** Of each part, in ms or in lines. */
  readonly width: number
}

/**
 * Cuts a range into `most` parts at most. The parts begin at whole steps, so that the same part stays
 * the same while the range grows; `offset` is added to a place to tell what is whole there: times are
 * whole on a wall clock. Null for an empty range.
 */
export function planBuckets(
  by: Histogram['by'],
  { from, to }: PlaceRange,
  most: number,
  offset: number,
): Buckets | null {
  if (!(to > from) || most < 2) return null
  const width = stepFor(by, { from, to }, most, offset)
  const start = floorTo(from, width, offset)
  const end = Math.max(start + width, ceilTo(to, width, offset))
  return { by, from: start, to: end, count: Math.round((end - start) / width), width }
}

/** Where part number `index` of them begins. */
export function startOf({ from, width }: Buckets, index: number): number {
  return from + index * width
}

/** The part in which a place lies; the nearest one for a place outside. */
export function bucketAt({ from, width, count }: Buckets, place: number): number {
  return Math.max(0, Math.min(count - 1, Math.floor((place - from) / width)))
}

/** The whole parts that a range lies in. */
export function wholeParts(buckets: Buckets, { from, to }: PlaceRange): PlaceRange {
  return {
    from: startOf(buckets, bucketAt(buckets, from)),
    to: startOf(buckets, bucketAt(buckets, to) + 1),
  }
}

function stepFor(by: Histogram['by'], range: PlaceRange, most: number, offset: number): number {
  for (const step of niceSteps(by)) {
    const parts = (ceilTo(range.to, step, offset) - floorTo(range.from, step, offset)) / step
    if (parts <= most) return step
  }
  // Longer than the steps reach: some million years.
  return (range.to - range.from) / (most - 1)
}

function floorTo(place: number, step: number, offset: number): number {
  return Math.floor((place + offset) / step) * step - offset
}

function ceilTo(place: number, step: number, offset: number): number {
  return Math.ceil((place + offset) / step) * step - offset
}
