import { describe, expect, it } from 'vitest'
import { clipColumns } from '../../../src/renderer/list/clip-columns.ts'

describe('clipColumns', () => {
  it('leaves what fits', () => {
    expect(clipColumns('four', 4)).toBe('four')
  })

  it('takes the beginning of what does not', () => {
    expect(clipColumns('four and more', 4)).toBe('four')
  })

  it('does not cut a character in half', () => {
    expect(clipColumns('ab\u{1f680}c', 3)).toBe('ab')
    expect(clipColumns('ab\u{1f680}c', 4)).toBe('ab\u{1f680}')
  })
})
