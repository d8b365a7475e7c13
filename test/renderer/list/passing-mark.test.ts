import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPassingMark } from '../../../src/renderer/list/passing-mark.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('the passing mark', () => {
  it('stays for a moment and goes by itself', () => {
    const seen: (number | null)[] = []
    const mark = createPassingMark(() => seen.push(mark.line))
    mark.set(7)
    vi.advanceTimersByTime(1000)
    expect(mark.line).toBe(7)
    vi.advanceTimersByTime(1000)
    expect(mark.line).toBeNull()
    expect(seen).toEqual([7, null])
  })

  it('stays its whole time at the line that was marked last', () => {
    const mark = createPassingMark(() => undefined)
    mark.set(7)
    vi.advanceTimersByTime(1000)
    mark.set(8)
    vi.advanceTimersByTime(1000)
    expect(mark.line).toBe(8)
  })

  it('goes when it is cleared, and is told of once', () => {
    let changes = 0
    const mark = createPassingMark(() => {
      changes += 1
    })
    mark.clear()
    expect(changes).toBe(0)
    mark.set(7)
    mark.clear()
    vi.runAllTimers()
    expect([mark.line, changes]).toEqual([null, 2])
  })
})
