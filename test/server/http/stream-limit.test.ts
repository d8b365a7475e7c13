import { describe, expect, it } from 'vitest'
import { StreamLimit } from '../../../src/server/http/stream-limit.ts'

describe('StreamLimit', () => {
  it('has as many places as it was made with', () => {
    const limit = new StreamLimit(2)
    const leave = limit.enter()
    expect(limit.enter()).not.toBeNull()
    expect(limit.enter()).toBeNull()
    leave?.()
    expect(limit.open).toBe(1)
    expect(limit.enter()).not.toBeNull()
  })

  it('takes a place back once, however often it is given', () => {
    const limit = new StreamLimit(2)
    const leave = limit.enter()
    limit.enter()
    leave?.()
    leave?.()
    expect(limit.open).toBe(1)
  })
})
