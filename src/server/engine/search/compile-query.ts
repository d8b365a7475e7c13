import { LEVELS } from '../../../shared/level.ts'
import type { InvalidQuery, Query, Term } from '../../../shared/query.ts'
import { type CompiledTerm, compileTerm } from './compile-term.ts'

/** A query whose patterns are ready. */
export interface CompiledQuery {
  readonly kind: 'compiled'
  readonly all: readonly CompiledTerm[]
  readonly any: readonly CompiledTerm[]
  readonly none: readonly CompiledTerm[]
  /** One term, or none. */
  readonly find: readonly CompiledTerm[]
  readonly entries: boolean
  /** By index into LEVELS, whether lines of this level are wanted; null when all are. */
  readonly levels: readonly boolean[] | null
}

/**
 * Compiles a query, or says what is wrong with its first bad pattern. The HTTP border asks this to
 * refuse a query before it is searched for, the engine's threads to search.
 */
export function compileQuery(query: Query): CompiledQuery | InvalidQuery {
  const all = compileTerms('all', query.all)
  if ('kind' in all) return all
  const any = compileTerms('any', query.any)
  if ('kind' in any) return any
  const none = compileTerms('none', query.none)
  if ('kind' in none) return none
  const find = compileTerms('find', query.find === undefined ? [] : [query.find])
  if ('kind' in find) return find
  const levels = compileLevels(query.levels)
  return { kind: 'compiled', all, any, none, find, entries: query.entries, levels }
}

/** All terms in the order in which the bits tell which of them a line has. */
export function termsOf({ all, any, none, find }: CompiledQuery): readonly CompiledTerm[] {
  return [...all, ...any, ...none, ...find]
}

/** The bit of the term that the lines of an entry must have to be shown; 0 when all are. */
export function findBit({ all, any, none, find }: CompiledQuery): number {
  return find.length === 0 ? 0 : 1 << (all.length + any.length + none.length)
}

function compileLevels(levels: Query['levels']): readonly boolean[] | null {
  if (levels === undefined) return null
  const wanted = LEVELS.map((level) => levels.includes(level))
  return wanted.every(Boolean) ? null : wanted
}

function compileTerms(
  group: InvalidQuery['group'],
  terms: readonly Term[],
): CompiledTerm[] | InvalidQuery {
  const compiled: CompiledTerm[] = []
  for (const [at, term] of terms.entries()) {
    const result = compileTerm(term)
    if (result.kind === 'fault') {
      const { message } = result
      return { kind: 'invalid', group, term: at, at: result.at, message }
    }
    compiled.push(result)
  }
  return compiled
}
