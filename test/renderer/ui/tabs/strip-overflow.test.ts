import { describe, expect, it } from 'vitest'
import { stripOverflow } from '../../../../src/renderer/ui/tabs/strip-overflow.ts'

describe('what a strip does not show', () => {
  it.each([
    [0, 'end'],
    [0.5, 'end'],
    [150, 'both'],
    [300, 'start'],
    // The browser rounds widths, and stops a fraction of a pixel before the end.
    [299.4, 'start'],
  ] as const)('stands, at %d of 300 pixels, at its %s', (scrollLeft, side) => {
    expect(stripOverflow({ scrollLeft, scrollWidth: 500, clientWidth: 200 })).toBe(side)
  })

  it('is nothing where all fits', () => {
    expect(stripOverflow({ scrollLeft: 0, scrollWidth: 200, clientWidth: 200 })).toBe('none')
  })
})
