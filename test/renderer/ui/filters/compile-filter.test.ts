import { describe, expect, it } from 'vitest'
import { compileFilter } from '../../../../src/renderer/ui/filters/compile-filter.ts'
import { type LogFilter, NO_FILTER } from '../../../../src/renderer/ui/filters/log-filter.ts'
import type { ChipMode } from '../../../../src/shared/filter-set.ts'
import { LEVELS } from '../../../../src/shared/level.ts'
import { lineNumber } from '../../../../src/shared/line-number.ts'
import { query } from '../../../../src/shared/query.ts'
import { textTerm } from './text-term.ts'

function filter(facts: Partial<LogFilter>): LogFilter {
  return { ...NO_FILTER, ...facts }
}

function chip(mode: ChipMode, pattern: string, on = true) {
  return { id: pattern, mode, term: textTerm(pattern), on }
}

describe('a filter', () => {
  it('shows all lines when nothing in it hides one', () => {
    expect(compileFilter(NO_FILTER)).toBeNull()
    const calm = filter({
      chips: [chip('highlight', 'a'), chip('include', 'b', false)],
      context: 3,
    })
    expect(compileFilter(calm)).toBeNull()
    expect(compileFilter(filter({ levels: [...LEVELS] }))).toBeNull()
    expect(compileFilter(filter({ entries: false, context: 3, every: true }))).toBeNull()
  })

  it('shows what has one text to include, or each of them, and none to exclude', () => {
    const chips = [chip('include', 'a'), chip('exclude', 'b'), chip('include', 'c')]
    expect(compileFilter(filter({ chips }))).toEqual({
      all: [],
      any: [textTerm('a'), textTerm('c')],
      none: [textTerm('b')],
      entries: true,
    })
    expect(compileFilter(filter({ chips, every: true }))).toMatchObject({
      all: [textTerm('a'), textTerm('c')],
      any: [],
    })
  })

  it('asks for levels alone, and for all of them where only times are wanted', () => {
    expect(compileFilter(filter({ levels: ['error'] }))).toMatchObject({ levels: ['error'] })
    expect(compileFilter(filter({ levels: [] }))).toMatchObject({ levels: [] })
    for (const entries of [true, false]) {
      const timed = compileFilter(filter({ time: { from: 1, to: 2 }, entries, context: 3 }))
      expect(timed).toMatchObject({ levels: LEVELS, entries: false })
      expect(timed).not.toHaveProperty('context')
    }
  })

  it('asks for all levels where only a range of lines is wanted, and not beyond its ends', () => {
    const lines = { from: lineNumber(5), to: lineNumber(9) }
    expect(compileFilter(filter({ lines, context: 3 }))).toEqual({
      all: [],
      any: [],
      none: [],
      entries: false,
      levels: LEVELS,
    })
    expect(compileFilter(filter({ lines, levels: ['error'] }))).toMatchObject({
      levels: ['error'],
      entries: true,
    })
  })

  it('asks for context around lines, and for none around entries', () => {
    const chips = [chip('include', 'a')]
    const ofLines = compileFilter(filter({ chips, context: 3, entries: false }))
    expect(ofLines).toMatchObject({ entries: false, context: 3 })
    const ofEntries = compileFilter(filter({ chips, context: 3, entries: true }))
    expect(ofEntries).toMatchObject({ entries: true })
    expect(ofEntries).not.toHaveProperty('context')
  })

  it('is always a query that the server takes', () => {
    const chips = [chip('include', 'a'), chip('exclude', 'b')]
    const lines = { from: lineNumber(3), to: null }
    for (const facts of [{ chips }, { levels: [] }, { time: { from: 1, to: null } }, { lines }]) {
      for (const context of [0, 50]) {
        for (const entries of [true, false]) {
          const compiled = compileFilter(filter({ ...facts, context, entries }))
          expect(query.safeParse(compiled).success).toBe(true)
        }
      }
    }
  })
})
