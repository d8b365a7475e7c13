import { describe, expect, it } from 'vitest'
import { isSelected, rangeOf, selectLine } from '../../../src/renderer/list/line-selection.ts'

describe('the selected lines', () => {
  it('are one line after a click', () => {
    expect(rangeOf(selectLine({ anchor: 3, active: 9 }, 5, false))).toEqual({ from: 5, to: 6 })
  })

  it('grow from where they were begun, in both directions', () => {
    const begun = selectLine(null, 5, true)
    expect(rangeOf(selectLine(begun, 8, true))).toEqual({ from: 5, to: 9 })
    const up = selectLine(selectLine(begun, 8, true), 2, true)
    expect(rangeOf(up)).toEqual({ from: 2, to: 6 })
    expect([1, 2, 5, 6].map((line) => isSelected(up, line))).toEqual([false, true, true, false])
  })

  it('are none without a selection', () => {
    expect(isSelected(null, 0)).toBe(false)
  })
})
