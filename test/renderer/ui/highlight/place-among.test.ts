import { describe, expect, it } from 'vitest'
import { placeAmong } from '../../../../src/renderer/ui/highlight/place-among.ts'

/** Spans of these heights, one below the other. */
function spans(...heights: number[]) {
  let from = 0
  return heights.map((height) => {
    const span = { from, to: from + height }
    from += height
    return span
  })
}

describe('the place of what is dragged', () => {
  it('is after every one whose middle it has passed', () => {
    const others = spans(20, 20, 20)
    expect([-50, 9, 11, 31, 500].map((at) => placeAmong(others, at))).toEqual([0, 0, 1, 2, 3])
  })

  it('stays where it is when a tall one has made room for a small one', () => {
    // The small one, 20 high, lies first: the tall one begins below it.
    expect(placeAmong([{ from: 20, to: 100 }], 61)).toBe(1)
    // It has passed, so the tall one lies first now.
    expect(placeAmong([{ from: 0, to: 80 }], 61)).toBe(1)
  })
})
