import type { Term } from '../../../shared/query.ts'
import { chunkPattern, isAnchored } from './chunk-pattern.ts'
import { escapeText } from './escape-text.ts'
import { type ParsedPattern, type PatternFault, parsePattern } from './parse-pattern.ts'
import { type RequiredLiterals, requiredLiterals } from './required-literals.ts'
import { withWordEdges } from './word-edges.ts'

/** One term of a query, ready for lines of any encoding. */
export interface CompiledTerm {
  readonly kind: 'term'
  readonly term: Term
  /** Tests the text of one line; has no flag that keeps a state. */
  readonly line: RegExp
  /** Finds in a run of lines (flags `gm`), see chunk-pattern.ts; null where that gains nothing. */
  readonly chunk: RegExp | null
  /** What stands in every line that matches. */
  readonly required: RequiredLiterals | null
}

/**
 * Compiles one term. Case is ignored as JavaScript's flags `iu` do it, and a text matches what the
 * RegExp of the same characters would.
 */
export function compileTerm(term: Term): CompiledTerm | PatternFault {
  const parsed = parsePattern(term.kind === 'text' ? escapeText(term.pattern) : term.pattern)
  if (parsed.kind === 'fault') return parsed
  const flags = term.matchCase ? 'u' : 'iu'
  return {
    kind: 'term',
    term,
    line: new RegExp(wrapped(parsed.source, term), flags),
    chunk: chunkRegExp(parsed, term, flags),
    required: required(parsed, term),
  }
}

function wrapped(source: string, { wholeWord }: Term): string {
  return wholeWord ? withWordEdges(source) : source
}

function chunkRegExp(parsed: ParsedPattern, term: Term, flags: string): RegExp | null {
  if (isAnchored(parsed)) return null
  const source = chunkPattern(parsed, flags)
  return source === null ? null : new RegExp(wrapped(source, term), `gm${flags}`)
}

function required({ syntax }: ParsedPattern, term: Term): RequiredLiterals | null {
  const found = requiredLiterals(syntax, !term.matchCase)
  return found === null || !term.wholeWord ? found : { ...found, whole: false }
}
