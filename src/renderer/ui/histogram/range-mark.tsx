import type { PlaceRange } from './plan-buckets.ts'
import { shareOf } from './share-of.ts'

export interface RangeMarkProps {
  readonly className: string
  /** What is marked. */
  readonly range: PlaceRange
  /** What is shown. */
  readonly within: PlaceRange
}

/** A stretch of the histogram that stands out; nothing where it lies outside of what is shown. */
export function RangeMark({ className, range, within }: RangeMarkProps) {
  if (range.to < within.from || range.from > within.to) return null
  const left = shareOf(range.from, within)
  const width = shareOf(range.to, within) - left
  return (
    <div
      className={className}
      style={{ insetInlineStart: `${left * 100}%`, width: `${width * 100}%` }}
    />
  )
}
