import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSymbols } from '../../../../src/renderer/list/visible-symbols.ts'
import { drawnTerm } from '../../../../src/renderer/ui/filters/drawn-term.ts'
import { exactly } from '../../../../src/renderer/ui/filters/like-line.ts'

function drawn(text: string): string {
  return splitSymbols(text)
    .map((part) => part.text)
    .join('')
}

function has({ kind, pattern }: ReturnType<typeof drawnTerm>, text: string): boolean {
  return kind === 'text' ? text.includes(pattern) : new RegExp(pattern, 'u').test(text)
}

describe('the term for a text as it is drawn', () => {
  it('is that text where nothing in it would act', () => {
    expect(drawnTerm('GET /a?b=(1)')).toEqual(exactly('GET /a?b=(1)'))
  })

  it('finds what its signs stand for, and the signs themselves', () => {
    const term = drawnTerm('a␀⟨U+202E⟩(b)␡')
    expect(has(term, 'a\0\u202e(b)\x7f')).toBe(true)
    expect(has(term, 'a␀⟨U+202E⟩(b)␡')).toBe(true)
    expect(has(term, 'ab')).toBe(false)
  })

  it('finds every line that was drawn', () => {
    const piece = fc.constantFrom(
      'a',
      '(',
      '\\',
      '\0',
      '\x1f',
      '\x7f',
      '\u202e',
      '\ufeff',
      '␀',
      '⟨',
      'U+0000',
      '😀',
    )
    const line = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(line, (text) => {
        expect(has(drawnTerm(drawn(text)), text)).toBe(true)
      }),
    )
  })
})
