import { describe, expect, it } from 'vitest'
import { isOwnAddress } from '../../src/main/is-own-address.ts'

const ORIGIN = 'http://127.0.0.1:8000'

describe('isOwnAddress', () => {
  it.each(['http://127.0.0.1:8000/', 'http://127.0.0.1:8000/a?b#c', 'HTTP://127.0.0.1:8000'])(
    'owns %s',
    (address) => expect(isOwnAddress(address, ORIGIN)).toBe(true),
  )

  it.each([
    'http://127.0.0.1:8000.evil.example/',
    'http://127.0.0.1:8000@evil.example/',
    'http://127.0.0.1:80001/',
    'http://127.0.0.1/',
    'https://127.0.0.1:8000/',
    'http://localhost:8000/',
    'http://evil.example/http://127.0.0.1:8000/',
    'file:///http://127.0.0.1:8000/',
    'about:blank',
    'data:text/html,x',
    '//127.0.0.1:8000/',
    '',
  ])('does not own %s', (address) => expect(isOwnAddress(address, ORIGIN)).toBe(false))

  it('owns nothing before there is a server, not even what has no origin', () => {
    expect(isOwnAddress('data:,x', '')).toBe(false)
    expect(isOwnAddress('about:blank', '')).toBe(false)
  })
})
