import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Anchor,
  AT_END,
  anchorOfScroll,
  type Geometry,
  hold,
  jumpTo,
  MAX_SPACER_PX,
  maxTop,
  moveBy,
  placeAt,
  reveal,
  scrollTopOf,
  spacerHeight,
  topOf,
  visibleRows,
} from '../../../src/renderer/list/viewport.ts'

const HUNDRED_MILLION = 100_000_000

const geometries = fc
  .record({
    first: fc.integer({ min: 0, max: HUNDRED_MILLION }),
    rows: fc.integer({ min: 0, max: HUNDRED_MILLION }),
    rowHeight: fc.integer({ min: 12, max: 40 }),
    height: fc.integer({ min: 50, max: 3000 }),
  })
  .map(({ first, rows, rowHeight, height }): Geometry => {
    return { first, end: first + rows, rowHeight, height }
  })

const huge: Geometry = { first: 0, end: HUNDRED_MILLION, rowHeight: 20, height: 805 }

function lineAt(line: number, offsetPx = 0): Anchor {
  return { kind: 'line', line, offsetPx }
}

describe('the position of the view', () => {
  it('shows every line of 100 million when it jumps there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: HUNDRED_MILLION - 1 }), (line) => {
        const { from, to } = visibleRows(topOf(jumpTo(line, huge), huge), huge)
        expect(line).toBeGreaterThanOrEqual(from)
        expect(line).toBeLessThan(to)
      }),
    )
  })

  it('shows a line that is jumped to in the middle', () => {
    const top = topOf(jumpTo(5000, huge), huge)
    const above = 5000 - top
    const below = huge.height / huge.rowHeight - above - 1
    // Whole rows: neither side may have two more than the other.
    expect(Math.abs(above - below)).toBeLessThan(2)
    expect(Number.isInteger(top)).toBe(true)
    expect(topOf(jumpTo(0, huge), huge)).toBe(0)
    expect(topOf(jumpTo(HUNDRED_MILLION - 1, huge), huge)).toBe(maxTop(huge))
  })

  it('moves by exactly one line anywhere in 100 million', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: HUNDRED_MILLION - 100 }),
        fc.integer({ min: 0, max: 19 }),
        (line, offsetPx) => {
          const start = lineAt(line, offsetPx)
          const down = moveBy(start, 1, huge)
          expect(down).toMatchObject({ kind: 'line', line: line + 1 })
          expect(down.kind === 'line' && down.offsetPx).toBeCloseTo(offsetPx, 4)
          expect(topOf(moveBy(down, -1, huge), huge)).toBeCloseTo(topOf(start, huge), 6)
        },
      ),
    )
  })

  it('adds fractions of a line up without losing any', () => {
    let anchor = lineAt(HUNDRED_MILLION / 2)
    for (let step = 0; step < 1000; step += 1) anchor = moveBy(anchor, 7 / 20, huge)
    expect(topOf(anchor, huge)).toBeCloseTo(HUNDRED_MILLION / 2 + 350, 4)
  })

  it('never leaves the log', () => {
    fc.assert(
      fc.property(geometries, fc.double({ min: -3e8, max: 3e8, noNaN: true }), (geometry, by) => {
        const top = topOf(moveBy(AT_END, by, geometry), geometry)
        expect(top).toBeGreaterThanOrEqual(geometry.first)
        expect(top).toBeLessThanOrEqual(maxTop(geometry))
      }),
    )
  })

  it('follows when it is moved down onto the end, and not before', () => {
    expect(moveBy(AT_END, -1, huge).kind).toBe('line')
    expect(moveBy(moveBy(AT_END, -1, huge), 0.5, huge).kind).toBe('line')
    expect(moveBy(moveBy(AT_END, -1, huge), 1, huge)).toEqual(AT_END)
  })

  it('stays on its lines while others are appended', () => {
    fc.assert(
      fc.property(geometries, fc.integer({ min: 1, max: 1e6 }), (geometry, appended) => {
        const held = hold(AT_END, geometry)
        const grown = { ...geometry, end: geometry.end + appended }
        expect(topOf(held, grown)).toBeCloseTo(topOf(AT_END, geometry), 6)
      }),
    )
  })

  it('reveals a line with the smallest move', () => {
    const anchor = lineAt(1000)
    expect(reveal(anchor, 1010, huge)).toBe(anchor)
    expect(reveal(anchor, 999, huge)).toEqual(lineAt(999))
    // 805 px are 40 rows and a quarter: the quarter stays below the line, never above the first one.
    expect(reveal(anchor, 1040, huge)).toEqual(lineAt(1001))
  })

  it('begins with a whole row and shows all of the last one at the end', () => {
    fc.assert(
      fc.property(geometries, (geometry) => {
        const top = topOf(AT_END, geometry)
        expect(Number.isInteger(top)).toBe(true)
        const bottom = top + geometry.height / geometry.rowHeight
        expect(bottom).toBeGreaterThanOrEqual(geometry.end - 1e-6)
        if (top > geometry.first) expect(bottom).toBeLessThan(geometry.end + 1)
      }),
    )
  })

  it('follows again when the last line is revealed', () => {
    expect(reveal(lineAt(0), huge.end - 1, huge)).toEqual(AT_END)
  })

  it('shows the rows that are partly in view', () => {
    expect(visibleRows(10.5, { ...huge, height: 40 })).toEqual({ from: 10, to: 13 })
    expect(visibleRows(0, { ...huge, end: 2 })).toEqual({ from: 0, to: 2 })
    expect(visibleRows(0, { ...huge, end: 0 })).toEqual({ from: 0, to: 0 })
  })
})

describe('a row that is placed', () => {
  it('stands where it is wanted, also near the end', () => {
    // 40 whole rows fit: 96 cannot stand higher than at the end allows, 70 and 90 can stand anywhere.
    const rows: Geometry = { first: 0, end: 100, rowHeight: 20, height: 800 }
    expect(topOf(placeAt(90, 600, rows), rows)).toBe(60)
    expect(topOf(placeAt(70, 600, rows), rows)).toBe(40)
    expect(topOf(placeAt(96, 0, rows), rows)).toBe(60)
    expect(topOf(placeAt(3, 600, rows), rows)).toBe(0)
  })

  it('does not follow the end', () => {
    expect(placeAt(HUNDRED_MILLION - 1, 0, huge).kind).toBe('line')
  })
})

describe('the thumb of the scroll bar', () => {
  it('never needs an element taller than the limit, nor lower than the view', () => {
    fc.assert(
      fc.property(geometries, (geometry) => {
        expect(spacerHeight(geometry)).toBeLessThanOrEqual(Math.max(MAX_SPACER_PX, geometry.height))
        expect(spacerHeight(geometry)).toBeGreaterThanOrEqual(geometry.height)
      }),
    )
  })

  it('is the true offset while the log fits into the spacer', () => {
    const small = { ...huge, end: 10_000 }
    expect(scrollTopOf(1234.5, small)).toBeCloseTo(1234.5 * 20, 6)
  })

  it('maps monotonously, and there and back', () => {
    fc.assert(
      fc.property(geometries, fc.double({ min: 0, max: 1, noNaN: true }), (geometry, part) => {
        const range = spacerHeight(geometry) - geometry.height
        const low = topOf(anchorOfScroll(part * range * 0.5, geometry), geometry)
        const high = topOf(anchorOfScroll(part * range, geometry), geometry)
        expect(low).toBeLessThanOrEqual(high)
        const back = scrollTopOf(high, geometry)
        expect(Math.abs(back - part * range)).toBeLessThan(0.51)
      }),
    )
  })

  it('reaches the first and the last line', () => {
    fc.assert(
      fc.property(geometries, (geometry) => {
        fc.pre(geometry.end - geometry.first > geometry.height)
        const range = spacerHeight(geometry) - geometry.height
        expect(topOf(anchorOfScroll(0, geometry), geometry)).toBe(geometry.first)
        expect(anchorOfScroll(range, geometry)).toEqual(AT_END)
      }),
    )
  })
})
