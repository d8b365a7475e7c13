/** Where a walk through the matches begins. */
export interface StepStart {
  /** The first match at the reader's place or after it, as the view numbers it; its end when none is. */
  readonly row: number
  /** Whether the reader is on that match already. */
  readonly isOn: boolean
}

/** The match to go to. */
export interface Step {
  readonly row: number
  /** Past the last match is the first one: at which end the walk arrived; null without that. */
  readonly wrapped: 'first' | 'last' | null
}

/**
 * The match `by` matches farther, up when it is negative, among the rows `[first, end)`. A reader who
 * is between two matches goes to the next one first. Null when there is none.
 */
export function planStep(
  { first, end }: { readonly first: number; readonly end: number },
  { row, isOn }: StepStart,
  by: number,
): Step | null {
  const count = end - first
  if (count <= 0 || by === 0) return null
  const ahead = by > 0 && !isOn ? by - 1 : by
  const target = row - first + ahead
  const place = ((target % count) + count) % count
  const wrapped = target >= count ? 'first' : target < 0 ? 'last' : null
  return { row: first + place, wrapped }
}
