import { describe, expect, it } from 'vitest'
import { compileQuery } from '../../../../src/server/engine/search/compile-query.ts'
import { compileTerm } from '../../../../src/server/engine/search/compile-term.ts'
import { LEVELS } from '../../../../src/shared/level.ts'
import type { Query, Term } from '../../../../src/shared/query.ts'

function term(pattern: string, options: Partial<Term> = {}): Term {
  return { kind: 'regexp', pattern, matchCase: true, wholeWord: false, ...options }
}

function query(groups: Partial<Query>): Query {
  return { all: [], any: [], none: [], entries: false, ...groups }
}

function matches(asked: Term, line: string): boolean {
  const compiled = compileTerm(asked)
  if (compiled.kind === 'fault') throw new Error(compiled.message)
  return compiled.line.test(line)
}

describe('a query', () => {
  it('says which pattern is wrong, and where', () => {
    const asked = query({ all: [term('a')], any: [term('b'), term('a(b')], none: [term('[')] })
    expect(compileQuery(asked)).toEqual({
      kind: 'invalid',
      group: 'any',
      term: 1,
      at: 3,
      message: 'Unterminated group',
    })
    expect(compileQuery(query({ none: [term('[b-a]')] }))).toMatchObject({
      group: 'none',
      term: 0,
      at: 4,
      message: 'Range out of order in character class',
    })
  })

  it.each([
    ['\\p{Nonsense}', 'Invalid property name'],
    ['a\\p{L', 'Invalid property name'],
    ['(?<n>a)(?<n>b)', 'Duplicate capture group name'],
    ['x**', 'Nothing to repeat'],
    ['\\', '\\ at end of pattern'],
  ])('refuses %s', (pattern, message) => {
    expect(compileQuery(query({ all: [term(pattern)] }))).toMatchObject({
      kind: 'invalid',
      message,
    })
  })

  it('has its levels by their place in LEVELS, and none where all are wanted', () => {
    const wanted = compileQuery(query({ levels: ['warn', 'error'] }))
    expect(wanted).toMatchObject({ levels: [false, true, true, false, false, false, false] })
    expect(compileQuery(query({ levels: [...LEVELS] }))).toMatchObject({ levels: null })
    expect(compileQuery(query({ all: [term('a')] }))).toMatchObject({ levels: null })
  })

  it('takes every character of a text as it is', () => {
    for (const text of ['a.b', '(', '[x]', '\\d+', '^$', 'a|b', '{2}', '/', 'a-b', '#']) {
      expect(matches(term(text, { kind: 'text' }), `before ${text} behind`)).toBe(true)
      expect(matches(term(text, { kind: 'text' }), 'none of it')).toBe(false)
    }
  })

  it('takes what only the flag u refuses, and has its characters whole', () => {
    expect(matches(term('a\\-b\\:"\\"'), 'a-b:""')).toBe(true)
    expect(matches(term('{"id": \\d+}'), '{"id": 17}')).toBe(true)
    expect(matches(term(']'), 'a]')).toBe(true)
    expect(matches(term('\\134\\-'), 'a\\-')).toBe(true)
    expect(matches(term('[\\w-.]+@'), 'a.b-c@')).toBe(true)
    expect(matches(term('^.$'), '😀')).toBe(true)
    expect(matches(term('\\-[😀]$'), '-😀')).toBe(true)
    expect(matches(term('^\\p{Lu}'), 'Élan')).toBe(true)
  })

  it('ignores case as Unicode folds it', () => {
    const any = { matchCase: false }
    expect(matches(term('ÉCRAN', any), 'écran')).toBe(true)
    expect(matches(term('kilo', { ...any, kind: 'text' }), '\u212aILO')).toBe(true)
    expect(matches(term('écran'), 'ÉCRAN')).toBe(false)
  })

  it('knows words of all scripts', () => {
    const word = { wholeWord: true, kind: 'text' } as const
    for (const line of ['log', '(log)', 'a log-file', '"log"', 'é log']) {
      expect(matches(term('log', word), line)).toBe(true)
    }
    for (const line of ['logs', 'blog', 'élog', 'logé', '_log', 'log1', 'log日']) {
      expect(matches(term('log', word), line)).toBe(false)
    }
    expect(matches(term('a|bc', { wholeWord: true }), 'abc bc')).toBe(true)
    expect(matches(term('a|bc', { wholeWord: true }), 'abc abc')).toBe(false)
  })
})
