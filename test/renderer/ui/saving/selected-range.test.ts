import { describe, expect, it } from 'vitest'
import type { Fold } from '../../../../src/renderer/data/page-state.ts'
import { selectedRange } from '../../../../src/renderer/ui/saving/selected-range.ts'

const rows = (from: number, to: number) => ({ from, to })

describe('selectedRange', () => {
  it('is the rows themselves where nothing is folded', () => {
    expect(selectedRange(rows(3, 5), { view: null, fold: null })).toEqual({
      view: null,
      ...rows(3, 5),
    })
    expect(selectedRange(rows(3, 5), { view: 'v', fold: null })).toEqual({
      view: 'v',
      ...rows(3, 5),
    })
  })

  it('takes the lines of a folded entry with its row', () => {
    // Lines 10 to 13 are an entry, of which line 10 is shown.
    const splices = [{ at: 11, remove: 3, line: 11, insert: 0 }]
    const fold: Fold = { kind: 'lines', heads: 'h', splices }
    const range = (from: number, to: number) => selectedRange(rows(from, to), { view: null, fold })
    expect(range(9, 10)).toEqual({ view: null, from: 9, to: 10 })
    expect(range(10, 11)).toEqual({ view: null, from: 10, to: 14 })
    expect(range(9, 12)).toEqual({ view: null, from: 9, to: 15 })
    expect(range(11, 12)).toEqual({ view: null, from: 14, to: 15 })
  })

  it('is heads where all entries are folded, and the lines of one that is unfolded', () => {
    // The entry of head 2 begins at line 20 and has four lines, which are shown.
    const splices = [{ at: 3, remove: 0, line: 21, insert: 3 }]
    const fold: Fold = { kind: 'heads', heads: 'h', splices }
    const range = (from: number, to: number) => selectedRange(rows(from, to), { view: null, fold })
    expect(range(0, 2)).toEqual({ view: 'h', from: 0, to: 2 })
    expect(range(2, 3)).toEqual({ view: null, from: 20, to: 21 })
    expect(range(2, 6)).toEqual({ view: null, from: 20, to: 24 })
    expect(range(4, 5)).toEqual({ view: null, from: 22, to: 23 })
    expect(range(6, 7)).toEqual({ view: 'h', from: 3, to: 4 })
    // Beyond its ends it is taken whole.
    expect(range(4, 7)).toEqual({ view: 'h', from: 2, to: 4 })
  })
})
