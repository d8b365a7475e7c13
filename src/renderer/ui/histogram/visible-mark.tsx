import type { LogId } from '../../../shared/log-id.ts'
import type { Buckets } from './plan-buckets.ts'
import { RangeMark } from './range-mark.tsx'
import { useVisibleRange } from './use-visible-range.ts'

/** Where the view is: a component of its own, because it moves with every line that is scrolled. */
export function VisibleMark({ log, buckets }: { readonly log: LogId; readonly buckets: Buckets }) {
  const range = useVisibleRange(log, buckets.by)
  if (range === null) return null
  return <RangeMark className="histogram-visible" range={range} within={buckets} />
}
