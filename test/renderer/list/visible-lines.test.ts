import { describe, expect, it } from 'vitest'
import { createVisibleLines } from '../../../src/renderer/list/visible-lines.ts'
import { lineNumber } from '../../../src/shared/line-number.ts'

function span(from: number, to: number) {
  return { from: lineNumber(from), to: lineNumber(to) }
}

describe('the visible lines', () => {
  it('are told when they are others', () => {
    const visible = createVisibleLines()
    const told: unknown[] = []
    const stop = visible.onChange(() => told.push(visible.lines))
    visible.set(span(1, 5))
    visible.set(span(1, 5))
    visible.set(span(1, 6))
    visible.set(null)
    visible.set(null)
    stop()
    visible.set(span(1, 5))
    expect(told).toEqual([span(1, 5), span(1, 6), null])
  })
})
