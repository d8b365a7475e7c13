import { commonness } from '../scan/byte-commonness.ts'

/** Ranks of commonness go up to 128; this makes about the bits of surprise of a byte in a log of them. */
const RANKS_PER_BIT = 20
const MOST_BITS = 8

/** More surprise than this says nothing more: one place in 16 million has it by chance. */
const ENOUGH_BITS = 24

/** What each further literal of a set costs, in bits: one more pass over the bytes. */
const BITS_PER_PASS = 3

/**
 * How well a set of literals, one of which stands in each match, tells apart the lines that are worth
 * a look: about the bits of surprise of its most common one. 0 or less is no use.
 */
export function literalWeight(literals: readonly string[], ignoreCase: boolean): number {
  let least = ENOUGH_BITS
  for (const literal of literals) least = Math.min(least, surprise(literal, ignoreCase))
  return least - BITS_PER_PASS * (literals.length - 1)
}

function surprise(literal: string, ignoreCase: boolean): number {
  let bits = 0
  for (const char of literal) {
    const code = char.codePointAt(0) ?? 0
    bits += code < 0x80 ? MOST_BITS - commonness(code, ignoreCase) / RANKS_PER_BIT : MOST_BITS
  }
  return bits
}
