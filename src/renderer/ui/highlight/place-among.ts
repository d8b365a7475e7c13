/**
 * The place, from 0, of what is dragged to `at`, among the others in their order. It passes one of them
 * at its middle, on the way there as on the way back: a small one beside a tall one does not flicker.
 */
export function placeAmong(
  others: readonly { readonly from: number; readonly to: number }[],
  at: number,
): number {
  return others.filter(({ from, to }) => (from + to) / 2 < at).length
}
