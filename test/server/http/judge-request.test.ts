import { describe, expect, it } from 'vitest'
import { judgeRequest, type RequestFacts } from '../../../src/server/http/judge-request.ts'
import { ownNames } from '../../../src/server/http/own-names.ts'

const own = ownNames(['192.0.2.7', 'logs.internal'], 8000, ['https://viewer.example'])

function judge(facts: Partial<RequestFacts>) {
  return judgeRequest(
    {
      method: 'GET',
      target: '/stream-logs',
      hosts: ['127.0.0.1:8000'],
      origins: [],
      fetchSite: undefined,
      fetchMode: undefined,
      fetchDest: undefined,
      preflightMethod: undefined,
      localAddress: '127.0.0.1',
      port: 8000,
      ...facts,
    },
    own,
  )
}

describe('the Host of a request', () => {
  it.each([
    '127.0.0.1:8000',
    'localhost:8000',
    'LOCALHOST:8000',
    '[::1]:8000',
    '192.0.2.7:8000',
    'logs.internal:8000',
    'Logs.Internal:8000',
  ])('may be %s', (host) => {
    expect(judge({ hosts: [host] })).toEqual({ kind: 'admitted', origin: null })
  })

  it.each([
    'evil.example',
    'evil.example:8000',
    '127.0.0.1',
    '127.0.0.1:8001',
    '127.0.0.1:80',
    'localhost',
    'localhost.:8000',
    'localhost:8000.evil.example',
    'evil.example:8000@localhost:8000',
    '127.0.0.1:8000, evil.example',
    '127.0.0.2:8000',
    '0.0.0.0:8000',
    '[::]:8000',
    '127.1:8000',
    '2130706433:8000',
    '127.0.0.1:08000',
    '127.0.0.1:8000/',
    ' 127.0.0.1:8000',
    'viewer.example:8000',
    '',
  ])('may not be %j', (host) => {
    expect(judge({ hosts: [host] })).toMatchObject({ kind: 'refused', code: 'forbidden-host' })
  })

  it.each([{ hosts: [] }, { hosts: ['127.0.0.1:8000', '127.0.0.1:8000'] }])(
    'must be there exactly once: $hosts',
    ({ hosts }) => {
      expect(judge({ hosts })).toMatchObject({ kind: 'refused', status: 400 })
    },
  )

  it('needs no port on port 80', () => {
    const names = ownNames([], 80, [])
    const facts = { method: 'GET', target: '/', origins: [], localAddress: '127.0.0.1', port: 80 }
    const rest = {
      fetchSite: undefined,
      fetchMode: undefined,
      fetchDest: undefined,
      preflightMethod: undefined,
    }
    for (const host of ['localhost', 'localhost:80']) {
      expect(judgeRequest({ ...facts, ...rest, hosts: [host] }, names).kind).toBe('admitted')
    }
  })

  it('may be the address that the client connected to', () => {
    const seen = { hosts: ['198.51.100.4:8000'], port: 8000 }
    expect(judge({ ...seen, localAddress: '198.51.100.4' }).kind).toBe('admitted')
    expect(judge({ ...seen, localAddress: '198.51.100.5' }).kind).toBe('refused')
  })
})

describe('the Origin of a request', () => {
  it.each(['http://127.0.0.1:8000', 'http://localhost:8000', 'https://viewer.example'])(
    'may be %s',
    (origin) => {
      expect(judge({ origins: [origin], fetchSite: 'cross-site' })).toEqual({
        kind: 'admitted',
        origin,
      })
    },
  )

  it.each([
    'null',
    '',
    'http://evil.example',
    'https://localhost:8000',
    'http://localhost:3000',
    'http://localhost',
    'https://viewer.example.evil.example',
    'https://viewer.example:443',
    'https://VIEWER.example',
    'https://viewer.example/',
    'http://viewer.example',
    'file://',
  ])('may not be %j', (origin) => {
    expect(judge({ origins: [origin] })).toMatchObject({ code: 'forbidden-origin', status: 403 })
  })

  it('may not be there twice', () => {
    const origins = ['http://localhost:8000', 'http://localhost:8000']
    expect(judge({ origins })).toMatchObject({ code: 'forbidden-origin' })
  })

  it('is asked for by a preflight', () => {
    const preflight = { method: 'OPTIONS', preflightMethod: 'POST' }
    const origin = 'https://viewer.example'
    expect(judge({ ...preflight, origins: [origin] })).toEqual({ kind: 'preflight', origin })
    expect(judge({ ...preflight, origins: ['https://evil.example'] }).kind).toBe('refused')
    expect(judge({ ...preflight, origins: [] }).kind).toBe('admitted')
  })
})

describe('a request without Origin from another site', () => {
  const navigation = { fetchMode: 'navigate', fetchDest: 'document' }

  it.each(['cross-site', 'same-site', 'anything-new'])('is refused: %s', (fetchSite) => {
    expect(judge({ fetchSite })).toMatchObject({ code: 'forbidden-origin', status: 403 })
  })

  it.each(['/', '/examples/client.html', '/?token=x'])('may be a link to the page %s', (target) => {
    expect(judge({ target, fetchSite: 'cross-site', ...navigation }).kind).toBe('admitted')
  })

  it.each([
    { target: '/stream-logs', ...navigation },
    { target: '/api/logs/a/raw', ...navigation },
    { target: '/', fetchMode: 'navigate', fetchDest: 'iframe' },
    { target: '/', fetchMode: 'no-cors', fetchDest: 'image' },
    { target: '/', method: 'POST', ...navigation },
  ])('may not be %j', (facts) => {
    expect(judge({ fetchSite: 'cross-site', ...facts }).kind).toBe('refused')
  })

  it.each(['same-origin', 'none'])('is none when the browser says %s', (fetchSite) => {
    expect(judge({ fetchSite }).kind).toBe('admitted')
  })
})

describe('the target of a request', () => {
  it.each([
    '*',
    'http://127.0.0.1:8000/',
    'evil.example:80',
    '/%',
    '/%E0%A4%A',
    '/a%00b',
    '/%ff',
    '',
  ])('may not be %j', (target) => {
    expect(judge({ target })).toMatchObject({ kind: 'refused', status: 400 })
  })

  it('may have anything in its query', () => {
    expect(judge({ target: '/stream-logs?q=%&a[]=%ff&__proto__[x]=1' }).kind).toBe('admitted')
  })
})
