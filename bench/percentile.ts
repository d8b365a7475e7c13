/**
 * The value below which `part` (0 to 1) of the values lie, by nearest rank; NaN without values.
 * Does not change `values`.
 */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const rank = Math.max(Math.ceil(part * sorted.length), 1)
  return sorted[rank - 1] ?? Number.NaN
}
