import { describe, expect, it } from 'vitest'
import { markedPattern } from '../../../../src/renderer/ui/search/marked-pattern.ts'
import { mistakeOf, placeOfMistake } from '../../../../src/renderer/ui/search/mistake-of.ts'
import { compileTerm } from '../../../../src/server/engine/search/compile-term.ts'

/** What the server says of a pattern, and the page shows of it. */
function shown(pattern: string) {
  const term = { kind: 'regexp', pattern, matchCase: false, wholeWord: false } as const
  const fault = compileTerm(term)
  if (fault.kind !== 'fault') throw new Error(`/${pattern}/ has no mistake.`)
  const mistake = mistakeOf(fault.message)
  const at = fault.at === null ? null : placeOfMistake(mistake, fault.at)
  return { mistake, at: at === null ? null : markedPattern(pattern, at).at }
}

describe('a mistake in a pattern', () => {
  it.each([
    ['(a', 'group', ' '],
    ['[a', 'class', ' '],
    ['a)b', 'close', ')'],
    ['*a', 'repeat', '*'],
    ['a|+b', 'repeat', '+'],
    ['[z-a]', 'range', 'a'],
    ['x(?y)', 'kind', '?'],
    ['a{5,2}', 'braces', '}'],
    ['a\\', 'end', '\\'],
    ['\\p{Nope}', 'escape', undefined],
    ['(?<1>a)', 'name', undefined],
  ])('of /%s/ is told and shown', (pattern, mistake, at) => {
    expect(shown(pattern).mistake).toBe(mistake)
    if (at !== undefined) expect(shown(pattern).at).toBe(at)
  })

  it('that is new is told as it is', () => {
    expect(mistakeOf('Something else')).toBeNull()
    expect(placeOfMistake(null, 4)).toBe(4)
  })
})

describe('a pattern with its mistake', () => {
  it('is cut around it', () => {
    const { before, at, after } = markedPattern(`${'a'.repeat(50)})${'b'.repeat(50)}`, 50)
    expect([before, at, after]).toEqual([`…${'a'.repeat(24)}`, ')', `${'b'.repeat(24)}…`])
  })

  it('has nothing in it that acts, and no half characters', () => {
    const { before, at, after } = markedPattern('\u202e\u0007😀\u0000', 2)
    expect(at).toBe('😀')
    expect([before, after]).toEqual(['⟨U+202E⟩␇', '␀'])
  })

  it('shows its end as a space', () => {
    expect(markedPattern('(a', 2)).toEqual({ before: '(a', at: ' ', after: '' })
    expect(markedPattern('(a', 99).at).toBe(' ')
  })
})
