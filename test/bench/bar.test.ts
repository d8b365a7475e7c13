import { describe, expect, it } from 'vitest'
import { barCell } from '../../bench/bar.ts'

describe('barCell', () => {
  it('says whether the most is kept', () => {
    expect(barCell(1.2, { sense: 'at most', value: 1.2 })).toBe('≤ 1.2: met')
    expect(barCell(1.21, { sense: 'at most', value: 1.2 })).toBe('≤ 1.2: **missed**')
  })

  it('says whether the least is reached', () => {
    expect(barCell(2, { sense: 'at least', value: 2 })).toBe('≥ 2: met')
    expect(barCell(1.9, { sense: 'at least', value: 2 })).toBe('≥ 2: **missed**')
  })

  it('takes what is no figure for missed', () => {
    expect(barCell(Number.NaN, { sense: 'at most', value: 2 })).toBe('≤ 2: **missed**')
  })
})
