import { describe, expect, it } from 'vitest'
import { AT_END, type Geometry, topOf } from '../../../src/renderer/list/viewport.ts'
import { type Place, walk } from '../../../src/renderer/list/walk.ts'

/** Ten rows of 20 px on 100 lines. */
const geometry: Geometry = { first: 0, end: 100, rowHeight: 20, height: 200 }

const down = { kind: 'line', by: 1, extend: false } as const
const up = { kind: 'line', by: -1, extend: false } as const

function at(line: number, active: number | null): Place {
  return {
    anchor: { kind: 'line', line, offsetPx: 0 },
    selection: active === null ? null : { anchor: active, active },
  }
}

describe('walking with keys', () => {
  it('begins at the edge in sight', () => {
    expect(walk(down, at(40, null), geometry, 100).selection?.active).toBe(40)
    expect(walk(up, at(40, null), geometry, 100).selection?.active).toBe(49)
    expect(walk(up, at(40, 7), geometry, 100).selection?.active).toBe(49)
  })

  it('moves the active line, and the view only when it would leave it', () => {
    const inside = walk(down, at(40, 44), geometry, 100)
    expect(inside).toEqual(at(40, 45))
    const below = walk(down, at(40, 49), geometry, 100)
    expect(topOf(below.anchor, geometry)).toBe(41)
    const above = walk(up, at(40, 40), geometry, 100)
    expect(topOf(above.anchor, geometry)).toBe(39)
  })

  it('stops following when it goes up', () => {
    const place = walk(up, { anchor: AT_END, selection: null }, geometry, 100)
    expect(place.anchor).toEqual({ kind: 'line', line: 90, offsetPx: 0 })
  })

  it('follows again on the last line', () => {
    expect(walk(down, at(89, 98), geometry, 100).anchor).toEqual(AT_END)
  })

  it('keeps following a log that is whole in the view', () => {
    const small = { ...geometry, end: 5 }
    const place = walk(up, { anchor: AT_END, selection: null }, small, 5)
    expect(place.anchor).toEqual(AT_END)
    expect(place.selection?.active).toBe(4)
  })

  it('turns pages with one row in common, taking an active line along', () => {
    const key = { kind: 'page', by: 1, extend: false } as const
    const place = walk(key, at(40, 44), geometry, 100)
    expect(topOf(place.anchor, geometry)).toBe(49)
    expect(place.selection?.active).toBe(53)
    expect(walk(key, at(40, null), geometry, 100).selection).toBeNull()
  })

  it('extends to the first and the last line', () => {
    const start = walk({ kind: 'edge', edge: 'start', extend: true }, at(40, 44), geometry, 100)
    expect(start.selection).toEqual({ anchor: 44, active: 0 })
    const end = walk({ kind: 'edge', edge: 'end', extend: true }, at(40, 44), geometry, 100)
    expect(end).toEqual({ anchor: AT_END, selection: { anchor: 44, active: 99 } })
  })
})
