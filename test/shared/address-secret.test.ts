import { describe, expect, it } from 'vitest'
import {
  secretsOf,
  withBlankSecrets,
  withoutSecrets,
  withSecret,
} from '../../src/shared/address-secret.ts'

describe('the secrets of an address', () => {
  it.each([
    ['http://host:8000/?token=abc', 'http://host:8000/'],
    ['http://host/stream-logs?token=abc&tail=all', 'http://host/stream-logs?tail=all'],
    ['http://host/stream-logs?tail=all&token=abc', 'http://host/stream-logs?tail=all'],
    ['http://host/?token=a&token=b', 'http://host/'],
    ['http://host/?a=1&token=x&b=2#end', 'http://host/?a=1&b=2#end'],
    ['http://host/token=kept', 'http://host/token=kept'],
    ['http://host/?stream=app&access_token=x', 'http://host/?stream=app'],
    ['http://host/?API-KEY=x&sig=y&X-Amz-Signature=z', 'http://host/'],
    ['http://host/?%74oken=abc&%zz=1', 'http://host/?%zz=1'],
    ['http://host/?monkey=1&author=me&tokens', 'http://host/?monkey=1&author=me&tokens'],
    ['not an address', 'not an address'],
  ])('go from %s', (address, shown) => {
    expect(withoutSecrets(address)).toBe(shown)
  })

  it('leave blanks, in which nothing secret is any more', () => {
    const address = 'http://host/events?a=1&access_token=x%20y&b=2#end'
    const blank = withBlankSecrets(address)
    expect(blank).toBe('http://host/events?a=1&access_token=&b=2#end')
    expect([secretsOf(address), secretsOf(blank)]).toEqual([['access_token'], []])
  })

  it.each([
    ['http://host/events?a=1&key=&b=2#end', 'key', 'x', 'http://host/events?a=1&key=x&b=2#end'],
    [
      'http://host/stream-logs?tail=1',
      'token',
      'a/b=',
      'http://host/stream-logs?tail=1&token=a/b=',
    ],
    ['http://host/#end', 'token', 'x', 'http://host/?token=x#end'],
    ['http://host/?', 'token', 'x', 'http://host/?token=x'],
    ['http://host/?key=', 'key', 'a&b#c d+é%', 'http://host/?key=a%26b%23c%20d%2B%C3%A9%25'],
  ])('come back into %s', (address, name, secret, whole) => {
    expect(withSecret(address, name, secret)).toBe(whole)
  })

  it('are put back as they stood', () => {
    const address = 'http://host/events?x=1&token=eyJh.b-c_d~!*&y=2'
    expect(withSecret(withBlankSecrets(address), 'token', 'eyJh.b-c_d~!*')).toBe(address)
  })
})
