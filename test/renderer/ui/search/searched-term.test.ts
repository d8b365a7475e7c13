import { expect, it } from 'vitest'
import { searchWish } from '../../../../src/renderer/ui/search/search-wish.ts'
import { searchedTerm } from '../../../../src/renderer/ui/search/searched-term.ts'
import type { Query, Term } from '../../../../src/shared/query.ts'
import type { ViewState } from '../../../../src/shared/views.ts'

const term = (pattern: string): Term => ({
  kind: 'text',
  pattern,
  matchCase: false,
  wholeWord: false,
})

it.each([true, false])('is told by the search under a filter, entries %s', (entries) => {
  const query: Query = { all: [term('a')], any: [], none: [], entries }
  const shown = { query, lines: null, time: null } as ViewState
  expect(searchedTerm(searchWish(term('x'), shown).query)).toEqual(term('x'))
})

it('is told by the search of all lines, and by none of levels alone', () => {
  expect(searchedTerm(searchWish(term('x'), null).query)).toEqual(term('x'))
  expect(searchedTerm({ all: [] })).toBeNull()
})
