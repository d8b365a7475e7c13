import { describe, expect, it } from 'vitest'
import { FREE_GUESSES, GuessLimit } from '../../../src/server/http/guess-limit.ts'

describe('GuessLimit', () => {
  const never = new AbortController().signal

  it('counts each address for itself', async () => {
    const guesses = new GuessLimit()
    for (let n = 0; n < FREE_GUESSES; n += 1) await guesses.wrong('192.0.2.1', never)
    const slowed = guesses.wrong('192.0.2.1', never).then(() => 'slowed')
    const other = guesses.wrong('192.0.2.2', never).then(() => 'other')
    expect(await Promise.race([slowed, other])).toBe('other')
    expect(await slowed).toBe('slowed')
  })

  it('lets nobody wait when the server closes', async () => {
    const guesses = new GuessLimit()
    for (let n = 0; n < FREE_GUESSES; n += 1) await guesses.wrong('192.0.2.1', never)
    const closing = new AbortController()
    const slowed = guesses.wrong('192.0.2.1', closing.signal)
    closing.abort()
    expect(await slowed).toBe('unauthorized')
  })
})
