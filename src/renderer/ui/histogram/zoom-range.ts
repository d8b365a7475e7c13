import type { PlaceRange } from './plan-buckets.ts'

/** What one notch of a wheel, or one press of a key, makes of the range: about a fifth less. */
export const ZOOM_STEP = 0.8

/**
 * The range after zooming by `factor` (below 1 shows less) around `at`, which keeps its place. Null
 * when that is all of `whole`; never shorter than `least`.
 */
export function zoomAround(
  range: PlaceRange,
  whole: PlaceRange,
  at: number,
  factor: number,
  least: number,
): PlaceRange | null {
  const length = range.to - range.from
  const wanted = Math.max(least, length * factor)
  if (wanted >= whole.to - whole.from) return null
  const share = length === 0 ? 0.5 : (at - range.from) / length
  return within({ from: at - wanted * share, to: at + wanted * (1 - share) }, whole)
}

/** The range moved by `by`, as far as there is something of `whole` to show. */
export function panBy(range: PlaceRange, whole: PlaceRange, by: number): PlaceRange | null {
  return within({ from: range.from + by, to: range.to + by }, whole)
}

function within({ from, to }: PlaceRange, whole: PlaceRange): PlaceRange | null {
  const length = to - from
  if (length >= whole.to - whole.from) return null
  const start = Math.max(whole.from, Math.min(from, whole.to - length))
  // Whole numbers: lines have no halves, and times are counted in ms.
  return { from: Math.floor(start), to: Math.ceil(start + length) }
}
