import type { PlaceRange } from './plan-buckets.ts'

/** Where a place lies in a range: 0 at its beginning, 1 at its end, and never beyond. */
export function shareOf(place: number, { from, to }: PlaceRange): number {
  return to > from ? Math.min(1, Math.max(0, (place - from) / (to - from))) : 0
}

/** The place at a share of a range. */
export function placeAt(share: number, { from, to }: PlaceRange): number {
  return from + Math.min(1, Math.max(0, share)) * (to - from)
}
