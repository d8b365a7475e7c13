import { describe, expect, it } from 'vitest'
import { createRestartLimit } from '../../src/main/restart-limit.ts'

describe('createRestartLimit', () => {
  it('allows so many tries within the time, and again when they are long ago', () => {
    let now = 0
    const mayRestart = createRestartLimit(2, 1000, () => now)
    expect([mayRestart(), mayRestart(), mayRestart()]).toEqual([true, true, false])
    now = 999
    expect(mayRestart()).toBe(false)
    now = 1000
    expect([mayRestart(), mayRestart(), mayRestart()]).toEqual([true, true, false])
  })
})
