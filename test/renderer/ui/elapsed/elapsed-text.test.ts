import { describe, expect, it } from 'vitest'
import { ELAPSED_COLUMNS, elapsedText } from '../../../../src/renderer/ui/elapsed/elapsed-text.ts'

describe('elapsed time', () => {
  it.each([
    [0, '+0.000 s'],
    [7, '+0.007 s'],
    [12_345, '+12.345 s'],
    [59_999, '+59.999 s'],
    [62_500, '+1:02.500'],
    [7_384_999, '+2:03:04'],
    [5 * 86_400_000 + 7_384_000, '+5d 02:03:04'],
    [-1500, '−1.500 s'],
  ])('of %d ms is %s', (ms, text) => {
    expect(elapsedText(ms, '.')).toBe(text)
  })

  it('is written as the language writes fractions', () => {
    expect(elapsedText(1500, ',')).toBe('+1,500 s')
  })

  it('has room in its column for three years', () => {
    expect(elapsedText(999 * 86_400_000 + 86_399_000, '.').length).toBeLessThanOrEqual(
      ELAPSED_COLUMNS,
    )
  })
})
