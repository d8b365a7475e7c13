import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createTokenCheck, tokenCookie } from '../../../src/server/http/present-token.ts'

const token = 'correct-horse'
const cookie = tokenCookie(token, 8000)
const check = createTokenCheck(token, cookie)

function present(url: string, headers: IncomingMessage['headers'] = {}, method = 'GET') {
  return check({ url, headers, method } as IncomingMessage).kind
}

describe('createTokenCheck', () => {
  it('takes the token as a bearer token, whatever the case of the scheme', () => {
    expect(present('/api/logs', { authorization: `Bearer ${token}` })).toBe('right')
    expect(present('/api/logs', { authorization: `bearer ${token}` })).toBe('right')
  })

  it('takes the cookie among others', () => {
    const header = `a=b; ${cookie.name}=${cookie.value}; rastro-9000=other`
    expect(present('/api/logs', { cookie: header })).toBe('right')
  })

  it('takes a right cookie beside a wrong bearer token', () => {
    const headers = { authorization: 'Basic eA==', cookie: `${cookie.name}=${cookie.value}` }
    expect(present('/api/logs', headers)).toBe('right')
  })

  it('does not take the token itself for the cookie, which is derived from it', () => {
    expect(cookie.value).not.toContain(token)
    expect(present('/api/logs', { cookie: `${cookie.name}=${token}` })).toBe('wrong')
  })

  it.each(['/', '/examples/client.html'])('takes it from the address of the page %s', (path) => {
    expect(present(`${path}?token=${token}`)).toBe('right-in-address')
    expect(present(`${path}?token=${token}x`)).toBe('wrong')
    expect(present(`${path}?a=1&token=${token}`)).toBe('right-in-address')
  })

  it.each(['/api/logs', '/stream-logs', '/api/events', '/assets/main.js', '/examples/', '//'])(
    'takes it from no other address: %s',
    (path) => {
      expect(present(`${path}?token=${token}`)).toBe('none')
    },
  )

  it('takes it from no address that is posted to', () => {
    expect(present(`/?token=${token}`, {}, 'POST')).toBe('none')
  })

  it.each([
    `Bearer ${token}x`,
    `Bearer x${token}`,
    `Bearer ${token.slice(0, -1)}`,
    `Bearer ${token.toUpperCase()}`,
    `Bearer ${token} ${token}`,
    'Bearer',
    'Bearer ',
    `Basic ${token}`,
    token,
    `Bearer${token}`,
  ])('is not deceived by %j', (authorization) => {
    expect(present('/api/logs', { authorization })).toBe('wrong')
  })

  it('tells a request that brings nothing from a wrong one', () => {
    expect(present('/api/logs')).toBe('none')
    expect(present('/api/logs', { cookie: 'rastro-9000=x' })).toBe('none')
    expect(present('/api/logs', { cookie: `${cookie.name}=x` })).toBe('wrong')
  })
})
