import type { TokenReader } from './token.ts'

/**
 * A reader out of a regular expression with the flag `y`. Every repetition in it is bounded, or stops at
 * a character that the next part begins with: no text makes it go back and forth.
 */
export function sticky(pattern: RegExp): TokenReader {
  return (text, at) => {
    pattern.lastIndex = at
    return pattern.test(text) ? pattern.lastIndex : -1
  }
}
