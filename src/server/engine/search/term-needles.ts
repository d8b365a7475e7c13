import { createNeedle, type Needle } from '../scan/needle.ts'
import type { ByteEncoding } from '../scan/scanner.ts'
import { encodeLiteral } from './encode-literal.ts'
import type { RequiredLiterals } from './required-literals.ts'

/** Bytes that tell lines worth a look. */
export interface TermNeedle {
  readonly needle: Needle
  /** A line that has it matches; otherwise the line is to be tested. */
  readonly sure: boolean
  /** It is not looked for where all bytes are ASCII. */
  readonly beyondAscii: boolean
}

/** What the flags `iu` take for an ASCII letter though it is none (CaseFolding.txt of Unicode, status C). */
const FOLDED: readonly (readonly [letter: string, char: string])[] = [
  ['s', '\u017f'],
  ['k', '\u212a'],
]

/**
 * The needles of which one stands in every line that matches; none when no line of this encoding can
 * match. K and k are also U+212A when case is ignored: that character makes a line worth a look too.
 */
export function termNeedles(
  { literals, whole }: RequiredLiterals,
  ignoreCase: boolean,
  encoding: ByteEncoding,
): readonly TermNeedle[] {
  const needles: TermNeedle[] = []
  for (const literal of literals) {
    const bytes = encodeLiteral(literal, encoding)
    if (bytes === null) continue
    needles.push({ needle: createNeedle(bytes, ignoreCase), sure: whole, beyondAscii: false })
  }
  if (!ignoreCase) return needles
  for (const [letter, char] of FOLDED) {
    const bytes = encodeLiteral(char, encoding)
    if (bytes === null || !literals.some((literal) => literal.includes(letter))) continue
    needles.push({ needle: createNeedle(bytes, false), sure: false, beyondAscii: true })
  }
  return needles
}
