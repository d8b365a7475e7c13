import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'

/** A pattern in the dialect that all of the search speaks: JavaScript's with the flag `u`. */
export interface ParsedPattern {
  readonly kind: 'parsed'
  /** What `new RegExp(source, 'u')` takes: the pattern as it was typed, or its repair. */
  readonly source: string
  readonly syntax: AST.Pattern
}

/** Why a pattern is none. */
export interface PatternFault {
  readonly kind: 'fault'
  /** Where the parser gave up, in UTF-16 units; null when it cannot tell. */
  readonly at: number | null
  readonly message: string
}

/** Escapes that mean something with the flag `u` only: without it `\p{Lu}` would be the letter p. */
const NEEDS_UNICODE = /(?<!\\)(?:\\\\)*\\(?:[pP]|u\{)/

/**
 * Parses what a user types: JavaScript's RegExp with the flag `u`, so that `.` and classes take whole
 * characters and `\p{…}` works. What only its strictness refuses (`\-`, `\"`, a lone `{`) is taken too,
 * as it is without that flag: it is spelled anew.
 */
export function parsePattern(pattern: string): ParsedPattern | PatternFault {
  const strict = parse(pattern, true)
  if (strict.kind === 'parsed') return strict
  const loose = parse(pattern, false)
  if (loose.kind === 'fault') return loose
  if (NEEDS_UNICODE.test(pattern)) return strict
  const repaired = parse(spellStrictly(loose), true)
  return repaired.kind === 'parsed' ? repaired : strict
}

function parse(source: string, unicode: boolean): ParsedPattern | PatternFault {
  const flags = unicode ? 'u' : ''
  try {
    const syntax = new RegExpParser().parsePattern(source, 0, source.length, { unicode })
    // The engine that will run it has the last word.
    new RegExp(source, flags)
    return { kind: 'parsed', source, syntax }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const at = 'index' in error && typeof error.index === 'number' ? error.index : null
    const prefix = `Invalid regular expression: /${source}/${flags}: `
    const { message } = error
    return {
      kind: 'fault',
      at,
      message: message.startsWith(prefix) ? message.slice(prefix.length) : message,
    }
  }
}

/** The pattern with each character that the flag `u` might refuse as its code point. */
function spellStrictly({ source, syntax }: ParsedPattern): string {
  let spelled = ''
  let copied = 0
  visitRegExpAST(syntax, {
    onCharacterEnter({ value, raw, start, end }) {
      // Halves of a pair stay side by side, so that they are one character with the flag.
      if (value >= 0xd800 && value <= 0xdfff) return
      if (value === raw.charCodeAt(0) && (value >= 0x80 || /^[\w\s]$/.test(raw))) return
      spelled += `${source.slice(copied, start)}\\u{${value.toString(16)}}`
      copied = end
    },
  })
  return spelled + source.slice(copied)
}
