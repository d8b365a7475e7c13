import { describe, expect, it } from 'vitest'
import { sidewaysPlace } from '../../../src/renderer/list/sideways-place.ts'

const view = { left: 0, width: 1000, gutter: 60 }

describe('how far rows are moved sideways', () => {
  it('is not at all where the part is seen from the beginning', () => {
    expect(sidewaysPlace({ from: 100, to: 150 }, view)).toBe(0)
    expect(sidewaysPlace({ from: 100, to: 150 }, { ...view, left: 70 })).toBe(0)
  })

  it('stays where the part is seen from where the rows are', () => {
    expect(sidewaysPlace({ from: 1500, to: 1550 }, { ...view, left: 1000 })).toBe(1000)
  })

  it('brings a part that is further to the middle, clear of the numbers', () => {
    const left = sidewaysPlace({ from: 1500, to: 1540 }, view)
    expect(left).toBe(990)
    expect(1500 - left - view.gutter).toBe(1000 - (1540 - left))
    // The numbers would cover it.
    expect(sidewaysPlace({ from: 1500, to: 1540 }, { ...view, left: 1450 })).toBe(990)
  })

  it('shows the beginning of a part that is wider than the view', () => {
    expect(sidewaysPlace({ from: 1500, to: 4000 }, view)).toBe(1500 - 60 - 24)
  })
})
