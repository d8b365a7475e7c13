import type { ViewId } from '../../shared/views.ts'

/** The part of a log that a histogram is of, and how finely it is cut. */
export interface HistogramRange {
  /** Times in ms since 1970, or line numbers where the lines have no times; open where null. */
  readonly from: number | null
  readonly to: number | null
  /** 1 to MAX_BUCKETS. */
  readonly buckets: number
  /** Counts the rows of this view only, without levels; null counts all lines. */
  readonly view: ViewId | null
  /** `position` counts by line numbers though the lines may have times. */
  readonly by?: 'position'
}

/** The parameters of the address that asks for it. */
export function histogramParameters({ from, to, buckets, view, by }: HistogramRange): string {
  const parameters = new URLSearchParams({ buckets: String(buckets) })
  if (from !== null) parameters.set('from', String(from))
  if (to !== null) parameters.set('to', String(to))
  if (view !== null) parameters.set('view', view)
  if (by !== undefined) parameters.set('by', by)
  return parameters.toString()
}
