import { describe, expect, it } from 'vitest'
import { makeToken, parseToken, startsAs } from '../../../src/server/follow/generation-token.ts'
import { decodeCursor } from '../../../src/shared/cursor.ts'

const head = Buffer.from('2026-11-23 first line\n')

describe('the name of a generation', () => {
  it('tells the file that it was made from', () => {
    const identity = { device: 1n, inode: 2n ** 63n }
    const text = makeToken(identity, head, 3)
    const token = parseToken(text)
    expect(token).toMatchObject({ inode: 2n ** 63n, headLength: head.length, epoch: 3 })
    if (token === null) throw new Error('It was just made.')
    expect(startsAs(token, Buffer.concat([head, Buffer.from('more')]))).toBe(true)
    expect(startsAs(token, Buffer.from('2026-11-24 first line\n'))).toBe(false)
    expect(startsAs(token, head.subarray(0, 5))).toBe(false)
    expect(decodeCursor(`${text}-5`)?.generation).toBe(text)
  })

  it.each(['', 'a', 'a.b.c', '1.0.0.0', '1.zzz.0.0', 'A.1.1.1', '1.1.1.1.1', '1.1.-1.1'])(
    'is not read from %j',
    (text) => {
      expect(parseToken(text)).toBeNull()
    },
  )
})
