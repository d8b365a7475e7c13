import type { Term } from '../../../../src/shared/query.ts'

/** A text to look for, of whatever case. */
export function textTerm(pattern: string): Term {
  return { kind: 'text', pattern, matchCase: false, wholeWord: false }
}
