import { describe, expect, it } from 'vitest'
import { panBy, zoomAround } from '../../../../src/renderer/ui/histogram/zoom-range.ts'

const WHOLE = { from: 0, to: 1000 }

describe('zooming', () => {
  it('keeps the place under the pointer', () => {
    expect(zoomAround(WHOLE, WHOLE, 500, 0.5, 10)).toEqual({ from: 250, to: 750 })
    expect(zoomAround(WHOLE, WHOLE, 0, 0.5, 10)).toEqual({ from: 0, to: 500 })
    expect(zoomAround({ from: 250, to: 750 }, WHOLE, 300, 0.5, 10)).toEqual({ from: 275, to: 525 })
  })

  it('stays within the log, and ends at all of it', () => {
    expect(zoomAround({ from: 900, to: 1000 }, WHOLE, 900, 2, 10)).toEqual({ from: 800, to: 1000 })
    expect(zoomAround({ from: 100, to: 900 }, WHOLE, 500, 2, 10)).toBeNull()
  })

  it('goes no further than there is something to see', () => {
    expect(zoomAround({ from: 500, to: 510 }, WHOLE, 505, 0.5, 10)).toEqual({ from: 500, to: 510 })
  })
})

describe('panning', () => {
  it('moves the range as far as the log goes', () => {
    expect(panBy({ from: 100, to: 200 }, WHOLE, 50)).toEqual({ from: 150, to: 250 })
    expect(panBy({ from: 100, to: 200 }, WHOLE, -500)).toEqual({ from: 0, to: 100 })
    expect(panBy({ from: 100, to: 200 }, WHOLE, 5000)).toEqual({ from: 900, to: 1000 })
    expect(panBy(WHOLE, WHOLE, 50)).toBeNull()
  })
})
