import { describe, expect, it, vi } from 'vitest'
import { createFilters } from '../../../../src/renderer/ui/filters/filters.ts'
import { NO_FILTER } from '../../../../src/renderer/ui/filters/log-filter.ts'
import { keptOf, savedOf } from '../../../../src/renderer/ui/filters/saved-filter.ts'
import { MAX_CHIPS } from '../../../../src/shared/filter-set.ts'
import { lineNumber } from '../../../../src/shared/line-number.ts'
import { memoryKeeper } from './memory-keeper.ts'
import { textTerm } from './text-term.ts'

function patterns(filters: ReturnType<typeof createFilters>): string[] {
  return filters.get().chips.map(({ term }) => term.pattern)
}

describe('the filters of logs', () => {
  it('are each log their own, and of no log where none is selected', () => {
    let selected: string | null = 'one'
    const filters = createFilters(() => selected, memoryKeeper())
    filters.add({ mode: 'include', term: textTerm('a') })
    filters.add({ mode: 'include', term: textTerm('b') }, 'two')
    expect(patterns(filters)).toEqual(['a'])
    selected = 'two'
    expect(patterns(filters)).toEqual(['b'])
    selected = null
    expect(filters.get()).toBe(NO_FILTER)
    expect(filters.add({ mode: 'include', term: textTerm('c') })).toBeNull()
    filters.setLevels(['error'])
    selected = 'one'
    expect(filters.get().levels).toBeNull()
  })

  it('switch on what is there already in place of adding it twice', () => {
    const filters = createFilters(() => 'log', memoryKeeper())
    const id = filters.add({ mode: 'exclude', term: textTerm('a') }) ?? ''
    filters.toggle(id)
    expect(filters.get().chips).toMatchObject([{ on: false }])
    expect(filters.add({ mode: 'exclude', term: textTerm('a') })).toBe(id)
    expect(filters.get().chips).toMatchObject([{ on: true }])
    filters.add({ mode: 'include', term: textTerm('a') })
    filters.add({ mode: 'exclude', term: { ...textTerm('a'), wholeWord: true } })
    expect(filters.get().chips).toHaveLength(3)
  })

  it('move to a place, and to the ends when it lies behind them', () => {
    const filters = createFilters(() => 'log', memoryKeeper())
    const [a, b] = ['a', 'b', 'c'].map((pattern) =>
      filters.add({ mode: 'include', term: textTerm(pattern) }),
    )
    filters.move(a ?? '', 1)
    expect(patterns(filters)).toEqual(['b', 'a', 'c'])
    filters.move(b ?? '', 99)
    expect(patterns(filters)).toEqual(['a', 'c', 'b'])
    filters.move(b ?? '', -1)
    expect(patterns(filters)).toEqual(['b', 'a', 'c'])
    filters.move('unknown', 0)
    expect(patterns(filters)).toEqual(['b', 'a', 'c'])
  })

  it('are no more than a stack has', () => {
    const filters = createFilters(() => 'log', memoryKeeper())
    for (let at = 0; at < MAX_CHIPS; at++) {
      expect(filters.add({ mode: 'include', term: textTerm(`${at}`) })).not.toBeNull()
    }
    expect(filters.add({ mode: 'include', term: textTerm('more') })).toBeNull()
    expect(filters.get().chips).toHaveLength(MAX_CHIPS)
  })

  it('answer the same filter and the same query until they change', () => {
    const filters = createFilters(() => 'log', memoryKeeper())
    const listener = vi.fn()
    const stop = filters.subscribe(listener)
    filters.add({ mode: 'include', term: textTerm('a') })
    const query = filters.queryOf()
    expect(query?.any).toHaveLength(1)
    expect(filters.queryOf()).toBe(query)
    expect(filters.get()).toBe(filters.get())
    expect(listener).toHaveBeenCalledTimes(1)
    stop()
    filters.clear()
    expect(filters.queryOf()).toBeNull()
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('are lifted until they change', () => {
    const filters = createFilters(() => 'log', memoryKeeper())
    filters.add({ mode: 'include', term: textTerm('a') })
    filters.setLifted(true)
    expect(filters.get().lifted).toBe(true)
    filters.setLevels(['error'])
    expect(filters.get().lifted).toBe(false)
  })

  it('show whole entries of what matches, until lines are chosen, with some around them', () => {
    const filters = createFilters(() => 'log', memoryKeeper())
    filters.setLevels(['error'])
    expect(filters.queryOf()).toMatchObject({ entries: true })
    filters.setExtent(2)
    expect(filters.queryOf()).toMatchObject({ entries: false, context: 2 })
    filters.setExtent('entry')
    expect(filters.queryOf()).toMatchObject({ entries: true })
    expect(filters.queryOf()).not.toHaveProperty('context')
    filters.setExtent(0)
    expect(filters.queryOf()).toMatchObject({ entries: false })
    expect(filters.queryOf()).not.toHaveProperty('context')
  })

  it('show lines still where they were kept so, and entries once they are cleared', () => {
    const keeper = memoryKeeper()
    keeper.set('log', { ...keptOf(NO_FILTER), levels: ['error'], entries: false })
    const filters = createFilters(() => 'log', keeper)
    expect(filters.queryOf()).toMatchObject({ entries: false })
    filters.setLevels(['warn'])
    expect(createFilters(() => 'log', keeper).queryOf()).toMatchObject({ entries: false })
    filters.clear()
    filters.setLevels(['error'])
    expect(filters.queryOf()).toMatchObject({ entries: true })
  })

  it('come back with lines where nothing else was chosen', () => {
    const keeper = memoryKeeper()
    createFilters(() => 'log', keeper).setExtent(0)
    expect(createFilters(() => 'log', keeper).get()).toMatchObject({ entries: false, context: 0 })
  })

  it('come back after a restart with their times and lines, and nothing comes back of what was cleared', () => {
    const keeper = memoryKeeper()
    const before = createFilters(() => 'log', keeper)
    before.add({ mode: 'exclude', term: textTerm('a'), on: false })
    before.setTime({ from: 5, to: null })
    before.setLines({ from: lineNumber(7), to: lineNumber(9) })
    before.setLifted(true)
    const after = createFilters(() => 'log', keeper)
    expect(after.get()).toMatchObject({
      time: { from: 5, to: null },
      lines: { from: 7, to: 9 },
      lifted: false,
    })
    expect(after.get().chips).toMatchObject([{ mode: 'exclude', on: false }])
    after.clear()
    expect(keeper.get('log')).toBeNull()
    expect(createFilters(() => 'log', keeper).get()).toBe(NO_FILTER)
  })

  it('are loaded from a set in the place of those that are there, and keep their times', () => {
    const filters = createFilters(() => 'log', memoryKeeper())
    filters.add({ mode: 'include', term: textTerm('a') })
    filters.setLevels(['error', 'warn'])
    const saved = savedOf(filters.get())
    filters.clear()
    filters.setTime({ from: 1, to: 2 })
    filters.add({ mode: 'include', term: textTerm('other') })
    filters.load(saved)
    expect(patterns(filters)).toEqual(['a'])
    expect(filters.get()).toMatchObject({ levels: ['error', 'warn'], time: { from: 1, to: 2 } })
  })
})
