import type { TimeRange } from '../../../shared/views.ts'
import type { PlaceRange } from './plan-buckets.ts'
import { RangeMark } from './range-mark.tsx'

/** What lies outside of the times that the filter shows. */
export function RestrictedShade({
  time,
  within,
}: {
  readonly time: TimeRange
  readonly within: PlaceRange
}) {
  const from = time.from ?? within.from
  const to = time.to ?? within.to
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
