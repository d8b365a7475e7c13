import { describe, expect, it } from 'vitest'
import {
  MAX_REMEMBERED,
  remember,
  searchHistory,
  walkHistory,
} from '../../../../src/renderer/ui/search/search-history.ts'
import { EMPTY_INPUT, type SearchInput } from '../../../../src/renderer/ui/search/search-input.ts'

const typed = (text: string, change: Partial<SearchInput> = {}): SearchInput => ({
  ...EMPTY_INPUT,
  text,
  ...change,
})
const HISTORY = [typed('three'), typed('two'), typed('one')]

describe('the history of searches', () => {
  it('has the newest first', () => {
    expect(remember(HISTORY, typed('four')).map(({ text }) => text)).toEqual([
      'four',
      'three',
      'two',
      'one',
    ])
  })

  it('has each search once, as it is meant', () => {
    expect(remember(HISTORY, typed('one')).map(({ text }) => text)).toEqual(['one', 'three', 'two'])
    expect(remember(HISTORY, typed('one', { kind: 'regexp' }))).toHaveLength(4)
  })

  it('stays the same for what it has at its top, for nothing and for whole pages', () => {
    expect(remember(HISTORY, typed('three'))).toBe(HISTORY)
    expect(remember(HISTORY, typed(''))).toBe(HISTORY)
    expect(remember(HISTORY, typed('x'.repeat(2000)))).toBe(HISTORY)
  })

  it('is bounded, and is what may be kept', () => {
    let history = HISTORY
    for (let at = 0; at < 80; at++) history = [...remember(history, typed(`text ${at}`))]
    expect(history).toHaveLength(MAX_REMEMBERED)
    expect(history[0]?.text).toBe('text 79')
    expect(searchHistory.parse(JSON.parse(JSON.stringify(history)))).toEqual(history)
  })
})

describe('a walk through the history', () => {
  const draft = typed('thr')

  it('goes to older searches and back to what was being typed', () => {
    const seen: string[] = []
    let walk = { draft, at: -1 }
    for (const by of [1, 1, 1, -1, -1, -1] as const) {
      const step = walkHistory(HISTORY, walk, by)
      if (step === null) throw new Error('There is no such place.')
      walk = step.walk
      seen.push(step.input.text)
    }
    expect(seen).toEqual(['three', 'two', 'one', 'two', 'three', 'thr'])
  })

  it('ends at both ends', () => {
    expect(walkHistory(HISTORY, { draft, at: 2 }, 1)).toBeNull()
    expect(walkHistory(HISTORY, { draft, at: -1 }, -1)).toBeNull()
    expect(walkHistory([], { draft, at: -1 }, 1)).toBeNull()
  })

  it('passes over what stands in the field already', () => {
    const step = walkHistory(HISTORY, { draft: typed('three'), at: -1 }, 1)
    expect(step?.input.text).toBe('two')
  })
})
