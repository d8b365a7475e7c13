import type { Query, Term } from '../../../shared/query.ts'

/** What a search is for, as `searchWish` put it into its query: the other terms are those of a filter. */
export function searchedTerm({ find, all }: Pick<Query, 'find' | 'all'>): Term | null {
  return find ?? all.at(-1) ?? null
}
