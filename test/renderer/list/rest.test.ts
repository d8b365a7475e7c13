import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PART_MS, REST_MS, Rest } from '../../../src/renderer/list/rest.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

/** A rest whose work has so many parts, each time; it counts them. */
function counted(parts = 1) {
  const closed = new AbortController()
  let count = 0
  const rest = new Rest(() => {
    count += 1
    return count % parts === 0
  }, closed.signal)
  return { rest, closed, count: () => count }
}

describe('a rest', () => {
  it('begins when a value has stayed for a while, and does its work once', () => {
    const { rest, count } = counted()
    rest.see('a')
    vi.advanceTimersByTime(REST_MS - 1)
    rest.see('a')
    expect(count()).toBe(0)
    vi.advanceTimersByTime(1)
    expect(count()).toBe(1)
    rest.see('a')
    vi.advanceTimersByTime(10 * REST_MS)
    expect(count()).toBe(1)
    rest.see('b')
    vi.advanceTimersByTime(REST_MS)
    expect(count()).toBe(2)
  })

  it('never begins while the value changes in each frame', () => {
    const { rest, count } = counted()
    for (let frame = 0; frame < 300; frame += 1) {
      rest.see(String(frame))
      vi.advanceTimersByTime(16)
    }
    expect(count()).toBe(0)
    expect(vi.getTimerCount()).toBe(1)
    vi.advanceTimersByTime(REST_MS)
    expect(count()).toBe(1)
  })

  it('does its work part by part, and waits again when the value changes meanwhile', () => {
    const { rest, count } = counted(3)
    rest.see('a')
    vi.advanceTimersByTime(REST_MS)
    expect(count()).toBe(1)
    vi.advanceTimersByTime(PART_MS)
    expect(count()).toBe(2)
    rest.see('b')
    vi.advanceTimersByTime(REST_MS - 1)
    expect(count()).toBe(2)
    vi.advanceTimersByTime(10 * REST_MS)
    expect(count()).toBe(3)
  })

  it('does nothing behind its end', () => {
    const { rest, closed, count } = counted(2)
    rest.see('a')
    vi.advanceTimersByTime(REST_MS)
    closed.abort()
    vi.advanceTimersByTime(10 * REST_MS)
    expect(count()).toBe(1)
  })
})
