import type { Query } from '../../../shared/query.ts'
import { type CompiledQuery, compileQuery } from './compile-query.ts'

/** Queries that are remembered: those of the views that are open, in every thread. */
const REMEMBERED = 32

/**
 * Remembers compiled queries by what they ask. A view of a growing log is searched up to sixty times
 * a second for a line or two, where compiling takes longer than looking.
 */
export class CompiledQueries {
  readonly #compiled = new Map<string, CompiledQuery>()

  /** Throws a sentence when the query is invalid: whoever asks has checked it at the border. */
  get(asked: Query): CompiledQuery {
    const key = JSON.stringify(asked)
    const query = this.#compiled.get(key) ?? compile(asked)
    // Those that are asked for stay: the first one is the one that was asked for longest ago.
    this.#compiled.delete(key)
    this.#compiled.set(key, query)
    for (const [oldest] of this.#compiled) {
      if (this.#compiled.size <= REMEMBERED) break
      this.#compiled.delete(oldest)
    }
    return query
  }
}

function compile(asked: Query): CompiledQuery {
  const query = compileQuery(asked)
  if (query.kind === 'invalid') {
    throw new TypeError(
      `The query is invalid (${query.message}): check it with compileQuery first.`,
    )
  }
  return query
}
