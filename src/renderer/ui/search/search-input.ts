import type { Term } from '../../../shared/query.ts'

/** What the search field holds: the text as it was typed, and how it is meant. */
export interface SearchInput {
  readonly text: string
  readonly kind: Term['kind']
  readonly matchCase: boolean
  readonly wholeWord: boolean
}

/** A field in which nothing was typed yet. */
export const EMPTY_INPUT: SearchInput = {
  text: '',
  kind: 'text',
  matchCase: false,
  wholeWord: false,
}

/** What is searched for; null while nothing is typed. The field takes no more than a pattern may have. */
export function termOf({ text, ...how }: SearchInput): Term | null {
  return text === '' ? null : { pattern: text, ...how }
}
