import { niceSteps } from './nice-steps.ts'
import type { Buckets } from './plan-buckets.ts'

/** Where the marks of an axis stand, and how far they are apart, in ms or in lines. */
export interface AxisMarks {
  readonly step: number
  readonly at: readonly number[]
}

/** Marks at whole steps, `most` of them at most; `offset` as for the buckets. */
export function axisMarks({ by, from, to }: Buckets, most: number, offset: number): AxisMarks {
  const least = (to - from) / Math.max(1, most)
  const step = niceSteps(by).find((wanted) => wanted >= least) ?? to - from
  const first = Math.ceil((from + offset) / step) * step - offset
  const count = Math.max(0, Math.floor((to - first) / step) + 1)
  return { step, at: Array.from({ length: count }, (_, index) => first + index * step) }
}
