import { stayingPlaces } from './staying-places.ts'

/** Elements that one step moves at most: with their layout 8 ms on a busy machine, half a frame. */
export const MOST_MOVES = 8

/** Some moves on the way from one order to another. */
export interface OrderStep<T> {
  /** One after the other: each item goes before the other one, or to the end. */
  readonly moves: readonly { readonly item: T; readonly before: T | null }[]
  /** The order behind them. */
  readonly order: readonly T[]
  /** Whether it is the one that is wanted. */
  readonly isDone: boolean
}

/**
 * The next step from the order in which items stand to the one that is wanted, with as few moves in all as
 * can be and none of `kept`; null where these stand in another order than is wanted.
 */
export function orderStep<T>(
  standing: readonly T[],
  wanted: readonly T[],
  kept: readonly T[],
): OrderStep<T> | null {
  const places = new Map(wanted.map((item, place) => [item, place]))
  const sequence = standing.map((item) => places.get(item) ?? 0)
  const keptAt = standing.flatMap((item, at) => (kept.includes(item) ? at : []))
  const staying = stayingPlaces(sequence, keptAt)
  if (staying === null) return null
  const moving = new Set(standing.filter((_, at) => !staying.has(at)))
  const moves: { item: T; before: T | null }[] = []
  let order = standing
  let before: T | null = null
  for (const item of wanted.toReversed()) {
    if (moving.has(item)) {
      if (moves.length === MOST_MOVES) continue
      moves.push({ item, before })
      order = moved(order, item, before)
    }
    before = item
  }
  return { moves, order, isDone: moves.length === moving.size }
}

function moved<T>(order: readonly T[], item: T, before: T | null): readonly T[] {
  const others = order.filter((one) => one !== item)
  return others.toSpliced(before === null ? others.length : others.indexOf(before), 0, item)
}
