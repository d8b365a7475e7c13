import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../../src/renderer/list/style-line.ts'
import { findLinks } from '../../../src/renderer/structure/find-links.ts'

/** What is underlined, and where that leads. */
function linksOf(raw: string): readonly (readonly [string, string])[] {
  const text = plainText(raw)
  return findLinks(text).map(({ from, to, href }) => [text.slice(from, to), href])
}

describe('the links of a line', () => {
  it('are its addresses of the web, without the punctuation around them', () => {
    expect(linksOf('GET (https://a.example/x), then "HTTP://b.example/y".')).toEqual([
      ['https://a.example/x', 'https://a.example/x'],
      ['HTTP://b.example/y', 'http://b.example/y'],
    ])
  })

  it('stand also in lines that their log colours itself', () => {
    const [link] = linksOf('\u001b[31mfailed\u001b[0m https://a.\u001b[1mexample/x\u001b[0m')
    expect(link).toEqual(['https://a.example/x', 'https://a.example/x'])
  })

  it('go on behind an ampersand that JSON writes as an escape', () => {
    expect(linksOf('{"url":"https://a.example/?a=1\\u0026b=2","n":1}')).toEqual([
      ['https://a.example/?a=1\\u0026b=2', 'https://a.example/?a=1&b=2'],
    ])
  })

  it.each([
    'javascript:alert(1)',
    'javascript://a.example/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:text/html;base64,aHR0cHM6Ly9hLmV4YW1wbGU=',
    'file:///etc/passwd ftp://a.example smb://a.example ms-msdt:/id',
    '<a href=javascript:alert(1)>x</a>',
    'https://user:secret@a.example/',
    'https://good.example@evil.example/',
    'xhttps://a.example/',
    'https://',
    'https://a.example/elided…',
  ])('are none in %s', (line) => {
    expect(linksOf(line)).toEqual([])
  })

  it.each([
    'https://a.example/\u202egpj.exe',
    'https://a.example/\u0000',
    'https://\u202ea.example/',
    'https://a.example/x\u200b',
  ])('are none where something hidden stands in the address %j', (line) => {
    expect(linksOf(line)).toEqual([])
  })

  it('are what the markup around them is not', () => {
    expect(linksOf('<a href="https://a.example/x">https://b.example/y</a>')).toEqual([
      ['https://a.example/x', 'https://a.example/x'],
      ['https://b.example/y', 'https://b.example/y'],
    ])
  })

  it('lead only to http and https, in visible ASCII, whatever the line', () => {
    const parts = fc.constantFrom(
      'https://',
      'a.',
      'é',
      '\u202e',
      '@',
      '/',
      '\\u0026',
      '?',
      '\u0000',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 12 }), (line) => {
        for (const [, href] of linksOf(`https://a.example/${line.join('')}`)) {
          expect(href).toMatch(/^https?:\/\/[!-~]+$/)
        }
      }),
    )
  })

  it('are none where an address does not end', () => {
    expect(linksOf('https://'.repeat(2000))).toEqual([])
  })
})
