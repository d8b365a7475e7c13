import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stayingPlaces } from '../../../src/renderer/list/staying-places.ts'

const staying = (sequence: readonly number[], kept: readonly number[] = []) => {
  const places = stayingPlaces(sequence, kept)
  return places === null ? null : [...places].sort((a, b) => a - b).map((at) => sequence[at])
}

/** The length of the longest ascending subsequence, by trying all. */
function longest(sequence: readonly number[], from = 0, above = -1): number {
  if (from >= sequence.length) return 0
  const own = sequence[from] ?? 0
  const without = longest(sequence, from + 1, above)
  return own <= above ? without : Math.max(without, 1 + longest(sequence, from + 1, own))
}

describe('what stays where it is', () => {
  it('is all of what ascends already', () => {
    expect(staying([0, 1, 2, 3])).toEqual([0, 1, 2, 3])
    expect(staying([])).toEqual([])
  })

  it('is the longer part of a sequence that was turned round', () => {
    // Two lines further down, and three lines further up.
    expect(staying([6, 7, 0, 1, 2, 3, 4, 5])).toEqual([0, 1, 2, 3, 4, 5])
    expect(staying([3, 4, 5, 6, 7, 0, 1, 2])).toEqual([3, 4, 5, 6, 7])
  })

  it('holds what is to be kept, even when more moves for that', () => {
    expect(staying([6, 7, 0, 1, 2, 3], [1])).toEqual([6, 7])
    expect(staying([6, 7, 0, 1, 2, 3], [3, 5])).toEqual([0, 1, 2, 3])
  })

  it('is nothing where what is to be kept does not ascend', () => {
    expect(staying([6, 7, 0, 1, 2, 3], [0, 3])).toBeNull()
  })

  it('ascends and is as long as can be, whatever the sequence', () => {
    const sequences = fc.uniqueArray(fc.nat(50), { maxLength: 10 })
    fc.assert(
      fc.property(sequences, (sequence) => {
        const found = staying(sequence) ?? []
        expect(found).toEqual([...found].sort((a, b) => (a ?? 0) - (b ?? 0)))
        expect(found.length).toBe(longest(sequence))
      }),
    )
  })
})
