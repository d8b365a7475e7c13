import { describe, expect, it } from 'vitest'
import { createI18n } from '../../../../src/renderer/i18n/create-i18n.ts'
import { createFormat } from '../../../../src/renderer/i18n/format.ts'
import { type LogSearch, NO_SEARCH } from '../../../../src/renderer/ui/search/log-search.ts'
import { EMPTY_INPUT } from '../../../../src/renderer/ui/search/search-input.ts'
import { searchStatus } from '../../../../src/renderer/ui/search/search-status.ts'
import {
  countWords,
  searchRefusalWords,
  statusWords,
  wrappedWords,
} from '../../../../src/renderer/ui/search/search-words.ts'
import { lineNumber } from '../../../../src/shared/line-number.ts'
import { rowNumber } from '../../../../src/shared/row-number.ts'
import type { ViewState } from '../../../../src/shared/views.ts'

const SEARCH: LogSearch = {
  ...NO_SEARCH,
  input: { ...EMPTY_INPUT, text: 'x' },
  phase: { kind: 'open', view: 'v' },
}

function view(change: Partial<ViewState>): ViewState {
  return {
    id: 'v',
    first: rowNumber(2),
    end: rowNumber(1236),
    scanned: 25,
    total: 100,
    phase: { kind: 'current' },
    ...change,
  } as ViewState
}

const { t } = createI18n('en')
const format = createFormat('en')
const said = (search: LogSearch, seen: ViewState | null) =>
  statusWords(t, format, searchStatus(search, seen))

describe('what is said of a search', () => {
  it('is nothing while nothing is searched for', () => {
    expect(said(NO_SEARCH, null)).toBe('')
    expect(searchStatus({ ...SEARCH, input: EMPTY_INPUT }, view({}))).toEqual({ kind: 'none' })
    expect(searchStatus({ ...SEARCH, phase: { kind: 'closed' } }, view({}))).toEqual({
      kind: 'none',
    })
  })

  it('is how many lines there are, without those that are gone', () => {
    expect(said(SEARCH, view({}))).toBe('1,234 lines')
    expect(said(SEARCH, view({ end: rowNumber(3) }))).toBe('1 line')
    expect(said(SEARCH, view({ end: rowNumber(2) }))).toBe('Not found')
  })

  it('is how far it has come', () => {
    expect(said(SEARCH, null)).toBe('Searching…')
    const scanning = view({ phase: { kind: 'scanning' } })
    expect(said(SEARCH, scanning)).toBe('1,234 lines so far, 25% searched')
    const stopped = view({ phase: { kind: 'stopped' } })
    expect(said(SEARCH, stopped)).toBe('1,234 lines, stopped after 25%')
    const failed = view({ phase: { kind: 'failed', reason: 'runaway' } })
    expect(said(SEARCH, failed)).toBe('1,234 lines before the search ended')
  })

  it('is short in the field', () => {
    const short = (seen: ViewState | null, visit: { at: number } | null = null) =>
      countWords(t, format, searchStatus(SEARCH, seen), visit)
    expect(short(null)).toBe('')
    expect(short(view({}))).toBe('1,234')
    expect(short(view({ phase: { kind: 'scanning' } }))).toBe('1,234+')
    expect(short(view({}), { at: 3 })).toBe('3 of 1,234')
    expect(short(view({ end: rowNumber(2) }))).toBe('0')
    expect(short(view({ end: rowNumber(2), phase: { kind: 'scanning' } }))).toBe('')
  })
})

describe('what is said of a search that is refused', () => {
  const words = (message: string) => searchRefusalWords(t, { kind: 'invalid', at: 1, message })

  it('is which mistake the pattern has', () => {
    expect(words('Unterminated group')).toBe('A “(” is never closed.')
    expect(words('Range out of order in character class')).toBe('This range goes backwards.')
    expect(words('Something new')).toBe('This is no regular expression: Something new')
  })

  it('is why the server refused', () => {
    expect(searchRefusalWords(t, { kind: 'refused', error: 'network' })).toBe(t('error.network'))
  })
})

describe('what is said of a walk', () => {
  const visit = { view: 'v', row: 3, line: lineNumber(9) }
  it('is that it went on from the other end', () => {
    expect(wrappedWords(t, null)).toBe('')
    expect(wrappedWords(t, { ...visit, wrapped: null })).toBe('')
    expect(wrappedWords(t, { ...visit, wrapped: 'first' })).toMatch(/first one/)
  })
})
