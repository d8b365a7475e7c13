/**
 * Which elements of a sequence stay when the others move so that it ascends: as many as can, with those at
 * the indices `kept` among them. Null when these do not ascend themselves. The values are different ones.
 */
export function stayingPlaces(
  sequence: readonly number[],
  kept: readonly number[],
): ReadonlySet<number> | null {
  const fits = (at: number, value: number) =>
    kept.every((one) => Math.sign(at - one) === Math.sign(value - (sequence[one] ?? 0)))
  const candidates = [...sequence.keys()].filter((at) => fits(at, sequence[at] ?? 0))
  if (kept.some((one) => !candidates.includes(one))) return null
  return longestAscending(sequence, candidates)
}

/**
 * The longest ascending subsequence of the elements at `candidates`, in n log n steps: `ends[k]` is where the
 * one of length k + 1 ends that ends with the smallest value so far (patience sorting).
 */
function longestAscending(
  sequence: readonly number[],
  candidates: readonly number[],
): ReadonlySet<number> {
  const ends: number[] = []
  const before = new Map<number, number>()
  for (const at of candidates) {
    const length = firstNotBelow(ends, sequence, sequence[at] ?? 0)
    const last = ends[length - 1]
    if (last !== undefined) before.set(at, last)
    ends[length] = at
  }
  const staying = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) staying.add(at)
  return staying
}

function firstNotBelow(
  ends: readonly number[],
  sequence: readonly number[],
  value: number,
): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sequence[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
