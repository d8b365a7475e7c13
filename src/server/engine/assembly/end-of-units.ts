import { characterLength } from './character-length'

/**
 * Where the text that begins at `from` has `units` UTF-16 units, or `to` when it is shorter. A
 * character of two units of which only one would fit counts as inside: for no pattern here does it
 * differ from the half that a string's slice would leave.
 */
export function endOfUnits(from: usize, to: usize, units: usize): usize {
  let at = from
  let left = units
  while (at < to && left > 0) {
    if (left >= 16 && to - at >= 16 && i8x16.bitmask(v128.load(at)) === 0) {
      at += 16
      left -= 16
      continue
    }
    const length = characterLength(at, to)
    at += length
    // Only a whole sequence is four bytes long, and only that is a pair of surrogates.
    left -= length === 4 && left > 1 ? 2 : 1
  }
  return at
}
