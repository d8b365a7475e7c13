import { describe, expect, it } from 'vitest'
import { visibleBounds } from '../../src/main/visible-bounds.ts'

const left = { x: 0, y: 0, width: 1920, height: 1080 }
const right = { x: 1920, y: 0, width: 1280, height: 1024 }
const at = (x: number, y: number) => ({ x, y, width: 800, height: 600 })

describe('visibleBounds', () => {
  it('keeps a place that is on a display, also partly', () => {
    for (const place of [at(10, 10), at(2000, 100), at(-600, 500), at(1800, 0)]) {
      expect(visibleBounds(place, [left, right])).toBe(place)
    }
  })

  it('gives up a place whose display is gone', () => {
    expect(visibleBounds(at(2000, 100), [left])).toBeNull()
    expect(visibleBounds(at(10, 10), [])).toBeNull()
  })

  it('gives up a place of which too little can be caught', () => {
    expect(visibleBounds(at(-700, 0), [left])).toBeNull()
    expect(visibleBounds(at(0, 1050), [left])).toBeNull()
    expect(visibleBounds(at(0, -300), [left])).toBeNull()
  })

  it('has none before the first closing', () => {
    expect(visibleBounds(null, [left])).toBeNull()
  })
})
