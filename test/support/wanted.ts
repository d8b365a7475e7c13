import { lineNumber } from '../../src/shared/line-number.ts'
import type { Query, Term } from '../../src/shared/query.ts'
import type { LineRange, TimeRange } from '../../src/shared/views.ts'

/** A term that is looked for as it stands. */
export function text(pattern: string, facts: Partial<Term> = {}): Term {
  return { kind: 'text', pattern, matchCase: true, wholeWord: false, ...facts }
}

/** A term that is a regular expression. */
export function regexp(pattern: string, facts: Partial<Term> = {}): Term {
  return { kind: 'regexp', pattern, matchCase: true, wholeWord: false, ...facts }
}

/** What a view asks of its log: lines with all of these terms unless `facts` says otherwise. */
export function wanted(
  all: readonly Term[],
  facts: Partial<Query> & { readonly lines?: LineRange; readonly time?: TimeRange } = {},
) {
  const { lines = null, time = null, ...rest } = facts
  const query: Query = { all: [...all], any: [], none: [], entries: false, ...rest }
  return { query, lines, time }
}

/** Lines `[from, to)`. */
export function lineRange(from: number, to: number | null): LineRange {
  return { from: lineNumber(from), to: to === null ? null : lineNumber(to) }
}
