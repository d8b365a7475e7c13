import type { Term } from '../../../shared/query.ts'

/** A letter or a digit of whatever script, or `_`: what a whole word does not touch, as in the server. */
const WORD = '[\\p{L}\\p{N}_]'

/** Escapes that mean something else without the flag `u`. */
const NEEDS_UNICODE = /(?<!\\)(?:\\\\)*\\(?:[pP]|u\{)/

/** What finds the hits of a term in a line: source and flags of a RegExp. */
export interface HitPattern {
  readonly source: string
  readonly flags: string
}

/**
 * The pattern with which the server finds the lines, to find the places in them. As there, what only
 * the strictness of the flag `u` refuses is read without it. Null for a pattern with a mistake.
 */
export function hitPattern({ kind, pattern, matchCase, wholeWord }: Term): HitPattern | null {
  const source = kind === 'text' ? escaped(pattern) : pattern
  const flags = matchCase ? 'g' : 'gi'
  const strict = { source: wholeWord ? withEdges(source, WORD) : source, flags: `${flags}u` }
  if (isPattern(source, 'u')) return strict
  if (NEEDS_UNICODE.test(source) || !isPattern(source, '')) return null
  return { source: wholeWord ? withEdges(source, '\\w') : source, flags }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function withEdges(source: string, word: string): string {
  return `(?<!${word})(?:${source})(?!${word})`
}

function isPattern(source: string, flags: string): boolean {
  try {
    new RegExp(source, flags)
    return true
  } catch {
    // The server says what is wrong with it, and the field shows that.
    return false
  }
}
