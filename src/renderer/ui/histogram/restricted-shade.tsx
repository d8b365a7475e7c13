import type { PlaceRange } from './plan-buckets.ts'
import { RangeMark } from './range-mark.tsx'

/** Times or lines, open where null. */
export interface ShownRange {
  readonly from: number | null
  readonly to: number | null
}

/** What lies outside of the times, or lines, that the filter shows. */
export function RestrictedShade({
  shown,
  within,
}: {
  readonly shown: ShownRange
  readonly within: PlaceRange
}) {
  const from = shown.from ?? within.from
  const to = shown.to ?? within.to
  return (
    <>
      {from > within.from && (
        <RangeMark
          className="histogram-outside"
          range={{ from: within.from, to: from }}
          within={within}
        />
      )}
      {to < within.to && (
        <RangeMark
          className="histogram-outside"
          range={{ from: to, to: within.to }}
          within={within}
        />
      )}
    </>
  )
}
