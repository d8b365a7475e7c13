import { describe, expect, it } from 'vitest'
import { histogramKey } from '../../../../src/renderer/ui/histogram/histogram-key.ts'

const NONE = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }
const pressed = (key: string, more: Partial<typeof NONE> = {}) =>
  histogramKey({ key, ...NONE, ...more })

describe('a key over the histogram', () => {
  it('moves, and with Shift selects', () => {
    expect(pressed('ArrowRight')).toEqual({ kind: 'move', by: 1, extend: false })
    expect(pressed('ArrowLeft', { shiftKey: true })).toEqual({ kind: 'move', by: -1, extend: true })
    expect(pressed('PageUp')).toEqual({ kind: 'move', by: -10, extend: false })
    expect(pressed('End', { shiftKey: true })).toEqual({ kind: 'edge', edge: 'end', extend: true })
  })

  it('goes, zooms and resets', () => {
    expect(pressed('Enter')).toEqual({ kind: 'go' })
    expect(pressed('+', { shiftKey: true })).toEqual({ kind: 'zoom', direction: 'in' })
    expect(pressed('-')).toEqual({ kind: 'zoom', direction: 'out' })
    expect(pressed('Escape')).toEqual({ kind: 'reset' })
  })

  it('means nothing else', () => {
    for (const key of ['a', 'Tab', 'constructor', 'F1']) expect(pressed(key)).toBeNull()
    expect(pressed('ArrowRight', { ctrlKey: true })).toBeNull()
    expect(pressed('ArrowRight', { altKey: true })).toBeNull()
  })
})
