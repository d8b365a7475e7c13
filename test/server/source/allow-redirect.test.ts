import { describe, expect, it } from 'vitest'
import { allowRedirect, isRedirect } from '../../../src/server/source/allow-redirect.ts'

const from = new URL('https://h.example/a/stream?x=1')

describe('allowRedirect', () => {
  it.each([
    ['/b', 'https://h.example/b'],
    ['b', 'https://h.example/a/b'],
    ['?y=2', 'https://h.example/a/stream?y=2'],
    ['//other.example/c#part', 'https://other.example/c'],
    ['https://other.example/', 'https://other.example/'],
  ])('follows %s', (location, href) => {
    const decision = allowRedirect(from, location)
    expect(decision.kind === 'follow' && decision.url.href).toBe(href)
  })

  it.each([
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['data:text/event-stream,data:1', 'scheme'],
    ['ftp://h.example/', 'scheme'],
    ['http://h.example/', 'downgrade'],
    ['https://user:pw@h.example/', 'credentials'],
    ['https://', 'invalid'],
  ])('refuses %s (%s)', (location, why) => {
    expect(allowRedirect(from, location)).toEqual({ kind: 'refused', why })
  })

  it('may go from http to https and to http', () => {
    const plain = new URL('http://h.example/')
    expect(allowRedirect(plain, 'https://h.example/').kind).toBe('follow')
    expect(allowRedirect(plain, 'http://other.example/').kind).toBe('follow')
  })
})

describe('isRedirect', () => {
  it('knows the five statuses that say to look elsewhere', () => {
    const found = Array.from({ length: 100 }, (_, at) => 300 + at).filter(isRedirect)
    expect(found).toEqual([301, 302, 303, 307, 308])
  })
})
