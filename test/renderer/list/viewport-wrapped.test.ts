import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AT_END,
  advance,
  anchorOfScroll,
  type Geometry,
  hold,
  jumpTo,
  lastWholeRow,
  maxTop,
  moveBy,
  reveal,
  rowEdges,
  spacerHeight,
  topOf,
  visibleRows,
} from '../../../src/renderer/list/viewport.ts'

/** Logs of some rows, each as tall as some, and their lines of the screen counted one by one. */
const wrapped = fc
  .record({
    first: fc.integer({ min: 0, max: 1000 }),
    heights: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 120 }),
    height: fc.integer({ min: 20, max: 1200 }),
  })
  .map(({ first, heights, height }) => {
    const geometry: Geometry = {
      first,
      end: first + heights.length,
      rowHeight: 20,
      height,
      heightOf: (row) => heights[row - first] ?? Number.NaN,
    }
    /** How many lines of the screen are above a place. */
    const above = (top: number) => {
      const rows = heights.slice(0, Math.floor(top) - first)
      const own = heights[Math.floor(top) - first] ?? 1
      return rows.reduce((sum, rows) => sum + rows, 0) + (top - Math.floor(top)) * own
    }
    const last = Math.max(0, above(geometry.end) - Math.floor(height / 20))
    return { geometry, above, last }
  })

describe('rows that are wrapped', () => {
  it('move line by line of the screen, as far as the log goes', () => {
    fc.assert(
      fc.property(
        wrapped,
        fc.array(fc.integer({ min: -70, max: 70 }), { maxLength: 20 }),
        ({ geometry, above, last }, moves) => {
          let anchor = hold(AT_END, geometry)
          let expected = last
          expect(above(topOf(anchor, geometry))).toBeCloseTo(last, 6)
          for (const by of moves) {
            anchor = moveBy(anchor, by, geometry)
            expected = Math.min(Math.max(expected + by, 0), last)
            expect(above(topOf(anchor, geometry))).toBeCloseTo(expected, 6)
            if (by > 0) expect(anchor.kind === 'end').toBe(expected === last)
          }
        },
      ),
    )
  })

  it('stand edge to edge from the top of the view to its bottom', () => {
    fc.assert(
      fc.property(wrapped, fc.nat(), ({ geometry, above, last }, at) => {
        const top = advance(geometry.first, at % (last + 1), geometry)
        const { from, to } = visibleRows(top, geometry)
        for (const [at, edge] of rowEdges(top, geometry).entries()) {
          expect(edge).toBeCloseTo((above(from + at) - above(top)) * 20, 4)
        }
        const bottom = (above(to) - above(top)) * 20
        expect(bottom >= geometry.height - 1e-4 || to === geometry.end).toBe(true)
        const whole = lastWholeRow(top, geometry)
        expect((above(whole + 1) - above(top)) * 20).toBeLessThanOrEqual(geometry.height + 1e-4)
      }),
    )
  })

  it('are brought into the view, of one taller than the view its beginning', () => {
    fc.assert(
      fc.property(wrapped, fc.nat(), fc.nat(), ({ geometry, above, last }, at, nth) => {
        const line = geometry.first + (nth % (geometry.end - geometry.first))
        const start = moveBy(hold(AT_END, geometry), -(at % (last + 1)), geometry)
        for (const anchor of [reveal(start, line, geometry), jumpTo(line, geometry)]) {
          const top = above(topOf(anchor, geometry))
          const bottom = top + geometry.height / 20
          const isWhole = above(line) >= top - 1e-6 && above(line + 1) <= bottom + 1e-6
          const fills = above(line) <= top + 1e-6 && above(line + 1) >= Math.floor(bottom) - 1e-6
          expect(isWhole || fills || geometry.height < 20).toBe(true)
        }
      }),
    )
  })

  it('keep their place when they are as tall as others again', () => {
    const plain: Geometry = { first: 0, end: 10_000, rowHeight: 20, height: 805 }
    const tall: Geometry = { ...plain, heightOf: () => 10 }
    const inside = moveBy({ kind: 'line', line: 1000, offsetPx: 0 }, 7, tall)
    expect(topOf(inside, tall)).toBeCloseTo(1000.7, 6)
    expect(topOf(inside, plain)).toBe(1001)
  })

  it('have a scroll bar as soon as they go beyond the view', () => {
    const one: Geometry = { first: 0, end: 1, rowHeight: 20, height: 200, heightOf: () => 30 }
    expect(spacerHeight(one)).toBeGreaterThan(one.height)
    expect(spacerHeight({ ...one, heightOf: () => 10 })).toBe(one.height)
    const range = spacerHeight(one) - one.height
    expect(topOf(anchorOfScroll(range / 2, one), one)).toBeCloseTo(maxTop(one) / 2, 6)
  })
})
