import { describe, expect, it } from 'vitest'
import { searchWish } from '../../../../src/renderer/ui/search/search-wish.ts'
import { lineNumber } from '../../../../src/shared/line-number.ts'
import type { Query, Term } from '../../../../src/shared/query.ts'
import { rowNumber } from '../../../../src/shared/row-number.ts'
import { type ViewState, viewRequest } from '../../../../src/shared/views.ts'

const term = (pattern: string): Term => ({
  kind: 'text',
  pattern,
  matchCase: false,
  wholeWord: false,
})

function shown(query: Query, change: Partial<ViewState> = {}): ViewState {
  return {
    id: 'filter',
    log: 'app',
    query,
    lines: null,
    time: null,
    first: rowNumber(0),
    end: rowNumber(3),
    scanned: 10,
    total: 10,
    phase: { kind: 'current' },
    ...change,
  } as ViewState
}

describe('what is asked for', () => {
  it('is the term in all lines', () => {
    expect(searchWish(term('x'), null)).toEqual({
      query: { all: [term('x')], any: [], none: [], entries: false },
    })
  })

  it('is the term in the lines that a filter shows', () => {
    const query: Query = {
      all: [term('a')],
      any: [term('b'), term('c')],
      none: [term('d')],
      entries: false,
      levels: ['error'],
    }
    const lines = { from: lineNumber(3), to: null }
    const time = { from: 5, to: 9 }
    expect(searchWish(term('x'), shown(query, { lines, time }))).toEqual({
      query: { ...query, all: [term('a'), term('x')], context: 0 },
      lines,
      time,
    })
  })

  it('is the lines that have the term where a filter shows whole entries', () => {
    const query: Query = { all: [term('a')], any: [], none: [], entries: true }
    const wish = searchWish(term('x'), shown(query))
    expect(wish.query).toEqual({ ...query, find: term('x') })
    expect(viewRequest.safeParse(wish).success).toBe(true)
  })

  it('is without the lines that a filter shows around what it finds', () => {
    const query: Query = { all: [term('a')], any: [], none: [], entries: false, context: 3 }
    expect(searchWish(term('x'), shown(query)).query.context).toBe(0)
  })

  it('is a request that the server takes', () => {
    const query: Query = { all: [], any: [], none: [term('d')], entries: false }
    expect(viewRequest.safeParse(searchWish(term('x'), shown(query))).success).toBe(true)
  })
})
