import { describe, expect, it } from 'vitest'
import { MAX_URL_LENGTH, parseRemoteUrl } from '../../../src/server/source/remote-url.ts'

function hrefOf(text: string): string {
  const parsed = parseRemoteUrl(text)
  return parsed.kind === 'ok' ? parsed.url.href : parsed.error
}

describe('parseRemoteUrl', () => {
  it.each([
    ['http://h.example/events', 'http://h.example/events'],
    ['  https://h.example/events \n', 'https://h.example/events'],
    ['HTTP://H.Example/Events', 'http://h.example/Events'],
    ['h.example/events', 'http://h.example/events'],
    ['localhost:9000/events', 'http://localhost:9000/events'],
    ['127.0.0.1:9000/events?a=1', 'http://127.0.0.1:9000/events?a=1'],
    ['[::1]:9000/events', 'http://[::1]:9000/events'],
    ['//h.example/events', 'http://h.example/events'],
    ['http://h.example/events#part', 'http://h.example/events'],
    ['http://h.example/events?token=a&b=%20', 'http://h.example/events?token=a&b=%20'],
  ])('reads %j as %s', (text, href) => {
    expect(hrefOf(text)).toBe(href)
  })

  it.each([
    ['localhost:8000', 'http://localhost:8000/stream-logs?tail=1000'],
    ['http://h.example', 'http://h.example/stream-logs?tail=1000'],
    ['http://h.example/?log=a', 'http://h.example/stream-logs?log=a&tail=1000'],
    ['http://h.example/stream-logs', 'http://h.example/stream-logs?tail=1000'],
    ['http://h.example/stream-logs?tail=5', 'http://h.example/stream-logs?tail=5'],
    ['https://h.example/a/stream-logs', 'https://h.example/a/stream-logs?tail=1000'],
  ])('finds the line stream of the Rastro address %s', (text, href) => {
    expect(hrefOf(text)).toBe(href)
  })

  it.each(['http://h.example:8000/?token=XYZ', 'h.example:8000/stream-logs?token=XYZ&token=2'])(
    'makes the token of %s a header',
    (text) => {
      const parsed = parseRemoteUrl(text)
      if (parsed.kind !== 'ok') throw new Error(parsed.error)
      expect(parsed.authorization).toBe('Bearer XYZ')
      expect(parsed.url.href).toBe('http://h.example:8000/stream-logs?tail=1000')
    },
  )

  it('sends no header for an address without a token', () => {
    expect(parseRemoteUrl('http://h.example/?token=')).toMatchObject({ authorization: null })
    expect(parseRemoteUrl('http://h.example/x?token=a')).toMatchObject({ authorization: null })
  })

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'JavaScript:8000',
    'data:text/event-stream,data:1',
    'data:1',
    'ftp://h.example/',
    'app:8000',
    'app://index',
    'chrome://settings',
    'blob:http://h.example/1',
    'view-source:http://h.example/',
    'ws://h.example/',
    'mailto:a@h.example',
    'unknown:thing',
  ])('refuses the scheme of %s', (text) => {
    expect(hrefOf(text)).toBe('url-scheme')
  })

  it.each([
    'http://user:pw@h.example/',
    'https://user@h.example/',
    'user:pw@h.example/',
    'user:8000@h.example',
    'user@h.example/',
  ])('refuses the credentials in %s', (text) => {
    expect(hrefOf(text)).toBe('url-credentials')
  })

  it.each([
    '',
    '   ',
    'http://',
    'http:h.example',
    'http:8000',
    '/path',
    '\\\\h.example',
    ':8000',
    'http://h.example/\r\nHost: evil',
    'http://h.exa\tmple/',
    'http://h.example/\u0000',
    'http://h.example/\u007f',
    'http://h.example/\u0085',
    'http://h.example:99999/',
    'http://a b/',
    'http://h.example/?token=%0D%0AX-Evil:1',
  ])('refuses %j as no address', (text) => {
    expect(hrefOf(text)).toBe('url-invalid')
  })

  it('bounds the length, also of what escaping makes of it', () => {
    const base = 'http://h.example/x'
    expect(hrefOf(base.padEnd(MAX_URL_LENGTH, 'x'))).toHaveLength(MAX_URL_LENGTH)
    expect(hrefOf(base.padEnd(MAX_URL_LENGTH + 1, 'x'))).toBe('url-invalid')
    expect(hrefOf(base.padEnd(MAX_URL_LENGTH, 'é'))).toBe('url-invalid')
  })
})
