import { describe, expect, it } from 'vitest'
import { createPresence } from '../../../src/server/follow/presence.ts'

describe('the presence of a path', () => {
  it('is not told to be over between the two halves of a rotation', () => {
    const presence = createPresence()
    expect([presence.missing(0), presence.missing(499), presence.present()]).toEqual([
      false,
      false,
      false,
    ])
    expect([presence.missing(600), presence.gone]).toEqual([false, false])
  })

  it('is told once to be over, and once to be back', () => {
    const presence = createPresence()
    expect([0, 500, 1000].map((now) => presence.missing(now))).toEqual([false, true, false])
    expect(presence.gone).toBe(true)
    expect([presence.present(), presence.present(), presence.gone]).toEqual([true, false, false])
  })
})
