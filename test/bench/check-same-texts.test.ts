import { describe, expect, it } from 'vitest'
import { checkSameTexts } from '../../bench/check-same-texts.ts'

describe('checkSameTexts', () => {
  it('takes equal lines', () => {
    expect(() => checkSameTexts('window', ['a', ''], ['a', ''])).not.toThrow()
  })

  it('says which line differs, is missing, or is too many', () => {
    expect(() => checkSameTexts('window', ['a', 'x'], ['a', 'b'])).toThrow(
      'window: line 1 of 2 is "x" and ought to be "b".',
    )
    expect(() => checkSameTexts('window', ['a'], ['a', 'b'])).toThrow('is missing and ought')
    expect(() => checkSameTexts('window', ['a', 'b'], ['a'])).toThrow('ought to be missing')
  })
})
