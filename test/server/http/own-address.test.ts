import { describe, expect, it } from 'vitest'
import { createOwnAddressTest } from '../../../src/server/http/own-address.ts'

const isOwn = createOwnAddressTest(['192.0.2.7', 'Logs.Internal'], 8000)

describe('createOwnAddressTest', () => {
  it.each([
    'http://127.0.0.1:8000/',
    'http://127.9.9.9:8000/stream-logs?log=x',
    'https://localhost:8000/',
    'http://localhost.:8000/',
    'http://a.localhost:8000/',
    'http://[::1]:8000/',
    'http://[::ffff:127.0.0.1]:8000/',
    'http://[::]:8000/',
    'http://0:8000/',
    'http://192.0.2.7:8000/',
    'http://logs.internal:8000/',
  ])('knows %s as its own', (url) => {
    expect(isOwn(new URL(url))).toBe(true)
  })

  it.each([
    'http://127.0.0.1:8001/',
    'http://127.0.0.1/',
    'http://192.0.2.8:8000/',
    'http://logs.internal.example:8000/',
    'http://notlocalhost:8000/',
  ])('knows %s as another', (url) => {
    expect(isOwn(new URL(url))).toBe(false)
  })

  it('knows the ports that schemes imply', () => {
    expect(createOwnAddressTest([], 80)(new URL('http://localhost/'))).toBe(true)
    expect(createOwnAddressTest([], 443)(new URL('https://localhost/'))).toBe(true)
    expect(createOwnAddressTest([], 443)(new URL('http://localhost/'))).toBe(false)
  })
})
