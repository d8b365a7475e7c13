import type { Splice } from './splices.ts'

/** Entries that are folded or unfolded one by one, at most: of more the farthest goes back. */
export const MAX_SPLICES = 200

/** The newest is the last one; what is farthest from it goes first. */
export function boundedSplices(splices: readonly Splice[]): readonly Splice[] {
  const newest = splices.at(-1)
  if (newest === undefined || splices.length <= MAX_SPLICES) return splices
  const far = splices.toSorted(
    (one, other) => Math.abs(one.at - newest.at) - Math.abs(other.at - newest.at),
  )
  return far.slice(0, MAX_SPLICES)
}
