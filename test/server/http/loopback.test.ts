import { describe, expect, it } from 'vitest'
import { isLoopback } from '../../../src/server/http/loopback.ts'

describe('isLoopback', () => {
  it.each(['127.0.0.1', '127.255.255.254', '::1', '::ffff:127.0.0.1'])(
    'is true of %s',
    (address) => {
      expect(isLoopback(address)).toBe(true)
    },
  )

  it.each([
    '0.0.0.0',
    '::',
    '126.0.0.1',
    '128.0.0.1',
    '10.0.0.1',
    '::2',
    '::ffff:10.0.0.1',
    'localhost',
    '',
  ])('is false of %j', (address) => {
    expect(isLoopback(address)).toBe(false)
  })
})
