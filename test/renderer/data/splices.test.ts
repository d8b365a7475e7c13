import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  placeAt,
  rowAbove,
  type Splice,
  sortSplices,
  splicedEnd,
} from '../../../src/renderer/data/splices.ts'

const END = 40

/** What stands at each row, one after the other: the number of a row below, or a line in a name. */
function spelledOut(splices: readonly Splice[]): (number | string)[] {
  const rows: (number | string)[] = []
  let below = 0
  for (const { at, remove, line, insert } of splices) {
    while (below < at) rows.push(below++)
    for (let offset = 0; offset < insert; offset += 1) rows.push(`line ${line + offset}`)
    below = Math.min(END, below + remove)
  }
  while (below < END) rows.push(below++)
  return rows
}

/** Splices that do not touch: each begins behind what the one before leaves out. */
const splices = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 8 }),
      remove: fc.integer({ min: 0, max: 4 }),
      insert: fc.integer({ min: 0, max: 4 }),
    }),
    { maxLength: 6 },
  )
  .map((parts) => {
    let at = 0
    return parts.flatMap(({ gap, remove, insert }): Splice[] => {
      const own = { at: at + gap, remove, line: 100 + at, insert }
      at = own.at + remove
      return own.at + remove <= END ? [own] : []
    })
  })

describe('splices', () => {
  it('put lines in and leave rows out as if both were spelled out', () => {
    fc.assert(
      fc.property(splices, (some) => {
        const rows = spelledOut(some)
        expect(splicedEnd(some, END)).toBe(rows.length)
        rows.forEach((row, at) => {
          const place = placeAt(some, at)
          const shown =
            place.kind === 'below' ? place.row : `line ${place.splice.line + place.offset}`
          expect(shown).toBe(row)
        })
      }),
    )
  })

  it('know the row of every row below that is not left out', () => {
    fc.assert(
      fc.property(splices, (some) => {
        spelledOut(some).forEach((row, at) => {
          if (typeof row === 'number') expect(rowAbove(some, row)).toBe(at)
        })
      }),
    )
  })

  it('say of a row that is left out what stands in its place', () => {
    const some = [{ at: 3, remove: 2, line: 100, insert: 1 }]
    expect([2, 3, 4, 5].map((row) => rowAbove(some, row))).toEqual([2, 3, 3, 4])
  })

  it('are sorted by their places', () => {
    const [first, second] = [5, 2].map((at) => ({ at, remove: 0, line: at, insert: 1 }))
    expect(sortSplices([first, second].filter((one) => one !== undefined))).toEqual([second, first])
  })
})
