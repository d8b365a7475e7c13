import { describe, expect, it } from 'vitest'
import { paletteColor } from '../../../src/renderer/list/palette-color.ts'

describe('paletteColor', () => {
  it.each([
    [16, 'rgb(0 0 0)'],
    [21, 'rgb(0 0 255)'],
    [67, 'rgb(95 135 175)'],
    [231, 'rgb(255 255 255)'],
    [232, 'rgb(8 8 8)'],
    [255, 'rgb(238 238 238)'],
  ])('knows colour %i', (index, color) => {
    expect(paletteColor(index)).toBe(color)
  })

  it.each([-1, 15, 256, 20.5, Number.NaN])('refuses %d', (index) => {
    expect(() => paletteColor(index)).toThrow(RangeError)
  })
})
