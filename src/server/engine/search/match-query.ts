import { READ_BYTES } from '../survey/line-chunks.ts'
import type { CompiledQuery } from './compile-query.ts'
import { LineList } from './line-list.ts'
import type { LineRun } from './line-run.ts'
import { createTermMatcher, type TermMatcher } from './match-term.ts'

/** Finds the lines of runs that match a query. */
export interface QueryMatcher {
  /** All of them, in order. The list is filled again by the next call. */
  find(run: LineRun): LineList
  /** The matchers of all terms, as `termsOf` has them. */
  readonly terms: readonly TermMatcher[]
  /** Bytes of the runs that it is fastest with and leaves least garbage. */
  readonly runBytes: number
}

/**
 * Bytes of a run whose text is decoded as a whole. Longer texts lie outside of V8's young generation,
 * and pile up until it is collected: with runs of 1 MiB a search without a literal left 330 MiB more
 * behind, with 64 KiB 15 MiB, and was no faster (bench: memory).
 */
const TEXT_BYTES = 16 * 1024

/** Bytes per line that is left, from which on testing those costs less than looking at the whole run. */
const SPARSE_BYTES = 2048

/** `run` is the one that will be filled again and again. */
export function createQueryMatcher(query: CompiledQuery, run: LineRun): QueryMatcher {
  const matchers = (group: CompiledQuery['all']): TermMatcher[] =>
    group.map((term) => createTermMatcher(term, run))
  const groups = { all: matchers(query.all), any: matchers(query.any), none: matchers(query.none) }
  // What bytes tell goes first: it leaves little for the others.
  const all = groups.all.toSorted((one, other) => Number(other.isFast) - Number(one.isFast))
  const [first, ...others] = all
  const [only] = groups.any
  const result = new LineList()
  const united = new LineList()
  const spare = new LineList()

  function narrow(lines: LineRun, list: LineList, term: TermMatcher, has: boolean): void {
    const sparse = list.count * SPARSE_BYTES < lines.to - lines.from
    if (sparse) list.keepWhere((start, end) => term.test(lines, start, end), has)
    else list.keep(term.find(lines), has)
  }

  function findAny(lines: LineRun): LineList {
    let some = united
    let next = spare
    some.clear()
    for (const term of groups.any) {
      next.unite(some, term.find(lines))
      ;[some, next] = [next, some]
    }
    return some
  }

  /** What a level costs lies between what bytes tell and what a text is decoded for. */
  function narrowLevels(lines: LineRun, list: LineList): void {
    const { levels } = query
    if (levels === null) return
    list.keepWhere((start, end) => levels[lines.levelOf(start, end)] === true, true)
  }

  const terms = [...groups.all, ...groups.any, ...groups.none, ...matchers(query.find)]
  return {
    terms,
    runBytes: terms.every(({ isFast }) => isFast) ? READ_BYTES : TEXT_BYTES,
    find(lines) {
      const single = first ?? (groups.any.length === 1 ? only : undefined)
      const isAlone = terms.length === 1 && query.levels === null
      if (isAlone && single !== undefined) return single.find(lines)
      if (first !== undefined) result.copy(first.find(lines))
      else if (groups.any.length > 0) result.copy(findAny(lines))
      else result.copy(lines.lines)
      narrowLevels(lines, result)
      for (const term of others) narrow(lines, result, term, true)
      if (first !== undefined && groups.any.length > 0) result.keep(findAny(lines), true)
      for (const term of groups.none) narrow(lines, result, term, false)
      return result
    },
  }
}
