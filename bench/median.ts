import { percentile } from './percentile.ts'

/** The middle of a few rounds' figures. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}
