import { commonness } from './byte-commonness.ts'

/** Bytes of one needle at most: a pattern of 4 096 UTF-16 units, each three bytes in UTF-8. */
export const MAX_NEEDLE_BYTES = 3 * 4096

/** A literal to look for, made ready once. Its identity matters: scanners keep what they made of it. */
export interface Needle {
  /** The bytes looked for; with `ignoreCase` in ASCII lower case. */
  readonly bytes: Uint8Array
  /** A to Z are taken for a to z, in the needle and in the log; no other letters are. */
  readonly ignoreCase: boolean
  /**
   * Offsets of the two bytes that are least likely to be met in a log: places where both stand are
   * compared whole. Equal only when the needle is one byte.
   */
  readonly rare: readonly [number, number]
}

/** Makes `bytes` ready; a RangeError when there are none or too many, or a line feed among them. */
export function createNeedle(bytes: Uint8Array, ignoreCase: boolean): Needle {
  if (bytes.length === 0 || bytes.length > MAX_NEEDLE_BYTES) {
    throw new RangeError(
      `A needle of ${bytes.length} bytes cannot be looked for: give 1 to ${MAX_NEEDLE_BYTES}.`,
    )
  }
  if (bytes.includes(0x0a)) {
    throw new RangeError('A line feed is in no line: look for the parts before and after it.')
  }
  const wanted = ignoreCase ? bytes.map(toLowerAscii) : Uint8Array.from(bytes)
  return { bytes: wanted, ignoreCase, rare: rarePair(wanted, ignoreCase) }
}

/** The byte in ASCII lower case. */
export function toLowerAscii(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
}

function rarePair(bytes: Uint8Array, ignoreCase: boolean): readonly [number, number] {
  const rank = (at: number): number => commonness(bytes[at] ?? 0, ignoreCase)
  let first = 0
  for (let at = 1; at < bytes.length; at++) if (rank(at) < rank(first)) first = at
  // The same byte twice says little more than once: "ee" of "been" follows "e" more often than "bn".
  const rankBeside = (at: number): number => rank(at) + (bytes[at] === bytes[first] ? 256 : 0)
  let second = first === 0 ? bytes.length - 1 : 0
  for (let at = 0; at < bytes.length; at++) {
    if (at !== first && rankBeside(at) < rankBeside(second)) second = at
  }
  return [first, second]
}
