import { describe, expect, it } from 'vitest'
import { findHits, MAX_HITS } from '../../../../src/renderer/ui/search/find-hits.ts'
import { hitPattern } from '../../../../src/renderer/ui/search/hit-pattern.ts'
import { compileTerm } from '../../../../src/server/engine/search/compile-term.ts'
import type { Term } from '../../../../src/shared/query.ts'

function term(pattern: string, change: Partial<Term> = {}): Term {
  return { kind: 'regexp', pattern, matchCase: false, wholeWord: false, ...change }
}

function hits(text: string, wanted: Term): string[] {
  const pattern = hitPattern(wanted)
  if (pattern === null) throw new Error('It is no pattern.')
  const compiled = new RegExp(pattern.source, pattern.flags)
  return findHits(compiled, text).map(({ from, to }) => text.slice(from, to))
}

describe('the hits in a line', () => {
  it('are those of a text as it stands there', () => {
    expect(hits('a.b axb A.B', term('a.b', { kind: 'text' }))).toEqual(['a.b', 'A.B'])
    expect(hits('a.b A.B', term('a.b', { kind: 'text', matchCase: true }))).toEqual(['a.b'])
    expect(hits('[x](y){z}', term('[x](y){z}', { kind: 'text' }))).toEqual(['[x](y){z}'])
  })

  it('are whole words in any script', () => {
    const whole = { kind: 'text', wholeWord: true } as const
    expect(hits('erro erros errô', term('erro', whole))).toEqual(['erro'])
    expect(hits('ação açãozinha _ação', term('ação', whole))).toEqual(['ação'])
  })

  it('are those of a regular expression', () => {
    expect(hits('user 12, user 7', term('user \\d+'))).toEqual(['user 12', 'user 7'])
    expect(hits('É ñ', term('\\p{Lu}', { matchCase: true }))).toEqual(['É'])
    expect(hits('😀😀', term('.'))).toEqual(['😀', '😀'])
  })

  it('leave out empty ones, and end', () => {
    expect(hits('bab', term('a*'))).toEqual(['a'])
    expect(hits('a'.repeat(1000), term('a'))).toHaveLength(MAX_HITS)
  })

  it('are found by what only the strict reading refuses', () => {
    expect(hits('a-b "c" {', term('\\-|\\"|{'))).toEqual(['-', '"', '"', '{'])
    expect(hits('x-y xy', term('\\-', { wholeWord: true }))).toEqual([])
  })

  it.each(['(', '[a', '*', '\\p{Nope}', '(?<a>x)(?<a>y)'])('are none for %s', (pattern) => {
    expect(hitPattern(term(pattern))).toBeNull()
  })

  it.each([
    term('error', { kind: 'text' }),
    term('ERROR', { kind: 'text', wholeWord: true }),
    term('(err|warn)\\w*'),
    term('\\-'),
    term('^\\d+ '),
    term('straße', { kind: 'text' }),
  ])('stand in the lines that the server finds: %j', (wanted) => {
    const compiled = compileTerm(wanted)
    if (compiled.kind === 'fault') throw new Error(compiled.message)
    const lines = ['error', 'an ERROR-x', 'errors', '12 warning', 'Straße', 'STRASSE', '', 'x']
    for (const line of lines) {
      expect(hits(line, wanted).length > 0, line).toBe(compiled.line.test(line))
    }
  })
})
