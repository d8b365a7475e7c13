import { describe, expect, it } from 'vitest'
import { boundedShare, shareKey } from '../../../../src/renderer/ui/split/share-key.ts'
import { afterSelecting, NOT_SPLIT } from '../../../../src/renderer/ui/split/split-state.ts'

describe('afterSelecting', () => {
  const two = { ...NOT_SPLIT, second: 'b' }

  it('leaves the second log alone while another one is selected', () => {
    expect(afterSelecting(two, 'a', 'c')).toBe(two)
    expect(afterSelecting(NOT_SPLIT, 'a', 'c')).toBe(NOT_SPLIT)
    expect(afterSelecting(NOT_SPLIT, 'a', null)).toBe(NOT_SPLIT)
  })

  it('lets the two change roles, and neither its side, when the second one is selected', () => {
    const other = afterSelecting(two, 'a', 'b')
    expect(other).toMatchObject({ second: 'a', selectedLast: true })
    expect(afterSelecting(other, 'b', 'a')).toEqual({ ...two, selectedLast: false })
  })

  it('shows one log again when the selected one was closed', () => {
    expect(afterSelecting(two, null, 'b').second).toBeNull()
  })
})

describe('shareKey', () => {
  it('moves the line by the arrow keys along its way', () => {
    expect(shareKey('ArrowRight', 0.5, 'beside')).toBe(0.55)
    expect(shareKey('ArrowLeft', 0.5, 'beside')).toBe(0.45)
    expect(shareKey('ArrowDown', 0.5, 'below')).toBe(0.55)
    expect(shareKey('ArrowUp', 0.5, 'below')).toBe(0.45)
    expect(shareKey('ArrowUp', 0.5, 'beside')).toBeNull()
    expect(shareKey('a', 0.5, 'beside')).toBeNull()
  })

  it('leaves room for both lists', () => {
    expect(shareKey('ArrowRight', 0.8, 'beside')).toBe(0.8)
    expect([shareKey('Home', 0.5, 'below'), shareKey('End', 0.5, 'below')]).toEqual([0.2, 0.8])
    expect([boundedShare(-3), boundedShare(9), boundedShare(0.333)]).toEqual([0.2, 0.8, 0.33])
  })
})
