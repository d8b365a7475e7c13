import { describe, expect, it } from 'vitest'
import { checkSameNumbers } from '../../bench/check-same-numbers.ts'

describe('checkSameNumbers', () => {
  it('takes equal lists', () => {
    expect(() => checkSameNumbers('hits', [1, 5], [1, 5])).not.toThrow()
  })

  it('says which number differs, is missing, or is too many', () => {
    expect(() => checkSameNumbers('hits', [1, 6], [1, 5])).toThrow(
      'hits: number 1 is 6 and ought to be 5 (2 of 2).',
    )
    expect(() => checkSameNumbers('hits', [1], [1, 5])).toThrow('is missing and ought to be 5')
    expect(() => checkSameNumbers('hits', [1, 5, 7], [1, 5])).toThrow('ought to be missing')
  })
})
