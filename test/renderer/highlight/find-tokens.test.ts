import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findTokens, MAX_TOKENS } from '../../../src/renderer/highlight/find-tokens.ts'

/** The tokens of a line as `kind:text`. */
const found = (text: string) =>
  findTokens(text).map(({ kind, from, to }) => `${kind}:${text.slice(from, to)}`)

const LINES: readonly [text: string, ...tokens: string[]][] = [
  ['2026-11-23T13:16:15.123Z INFO 12.5ms', 'time:2026-11-23T13:16:15.123Z', 'number:12.5ms'],
  ['2026-11-23 13:16:15,123 +0200 x', 'time:2026-11-23 13:16:15,123 +0200'],
  ['2026/11/23 13:16:15 [error]', 'time:2026/11/23 13:16:15'],
  ['Nov  3 03:16:15 host', 'time:Nov  3 03:16:15'],
  ['Mon, 23 Nov 2026 13:16:15 GMT', 'time:Mon, 23 Nov 2026 13:16:15 GMT'],
  ['23-Nov-2026 13:16:15.123 up', 'time:23-Nov-2026 13:16:15.123'],
  ['I1123 13:16:15.123456 up', 'time:13:16:15.123456'],
  ['from 10.0.0.12:8080', 'address:10.0.0.12', 'number:8080'],
  ['net 10.0.0.0/8 and 300.1.1.1', 'address:10.0.0.0/8', 'number:300.1.1.1'],
  ['to 2001:db8::1 and ::1', 'address:2001:db8::1', 'address:::1'],
  ['fe80::1%eth0 ::ffff:10.0.0.1', 'address:fe80::1%eth0', 'address:::ffff:10.0.0.1'],
  ['std::string a::b::c 1:2', 'number:1', 'number:2'],
  ['id=3f2504e0-4f89-11d3-9a0c-0305e82c3301', 'key:id', 'id:3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
  ['trace 4bf92f3577b34da6a3ce929d0e0e4736.', 'id:4bf92f3577b34da6a3ce929d0e0e4736'],
  ['see https://example.com/a?b=1).', 'url:https://example.com/a?b=1'],
  ['(https://en.org/a_(b))', 'url:https://en.org/a_(b))'],
  ['open /var/log/x.log.', 'path:/var/log/x.log'],
  ['at src/app/main.ts:12:5, ok', 'path:src/app/main.ts:12:5'],
  ['in C:\\Windows\\a.dll now', 'path:C:\\Windows\\a.dll'],
  ['and/or, 24/7 text </div>', 'number:24'],
  [
    '-5 +1.5e3 0x1f 42% 1,234 v2 x3',
    'number:-5',
    'number:+1.5e3',
    'number:0x1f',
    'number:42%',
    'number:1,234',
  ],
  [`it's don't 'a b' "c"`, "string:'a b'", 'string:"c"'],
  ['an unclosed "quote 5', 'number:5'],
  ['"say \\"hi\\" 5" 6', 'string:"say \\"hi\\" 5"', 'number:6'],
  ['"at 13:16:15 x"', 'string:"at ', 'time:13:16:15', 'string: x"'],
  ['level=warn dur=2s a==b', 'key:level', 'key:dur', 'number:2s'],
  ['{"a":1,"b" : "x"}', 'key:"a"', 'number:1', 'key:"b"', 'string:"x"'],
  [
    '"GET /a HTTP/1.1" 404 12',
    'string:"',
    'verb:GET',
    'string: ',
    'path:/a',
    'string: HTTP/1.1"',
    'status-client:404',
    'number:12',
  ],
  ['status=503 code=200', 'key:status', 'status-server:503', 'key:code', 'number:200'],
  ['"status":301', 'key:"status"', 'status-moved:301'],
  ['DELETE FROM t TRACE x DELETE /t', 'verb:DELETE', 'path:/t'],
  ['😀/tmp/😀a 😀42', 'path:/tmp/😀a', 'number:42'],
  ['ünï42 日本42'],
]

/** Pieces that lines of logs are made of, and pieces that confuse whoever reads them. */
const piece = fc.oneof(
  fc.constantFrom(
    '"',
    "'",
    '`',
    '\\',
    '/',
    ':',
    '::',
    '.',
    '-',
    '=',
    '1',
    'a',
    ' ',
    '😀',
    '\ud83d',
    '\ude00',
    'GET /',
    'http://',
    '10.0.0.1',
    '2026-11-23',
    'status=200',
    '":',
  ),
  fc.string({ unit: 'binary' }),
)
const line = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00
const isLow = (code: number) => code >= 0xdc00 && code < 0xe000
const splitsPair = (text: string, at: number) =>
  at > 0 && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))

describe('finding tokens', () => {
  it.each(LINES)('reads %s', (text, ...tokens) => {
    expect(found(text)).toEqual(tokens)
  })

  it('keeps tokens in the text, in order, apart, and pairs of surrogates whole', () => {
    fc.assert(
      fc.property(line, (text) => {
        let at = 0
        for (const { from, to } of findTokens(text)) {
          expect(from).toBeGreaterThanOrEqual(at)
          expect(to).toBeGreaterThan(from)
          expect(splitsPair(text, from) || splitsPair(text, to)).toBe(false)
          at = to
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('finds a time, an address and an id in whatever stands around them apart from words', () => {
    const around = line.map((text) => text.replace(/["'`\\]/g, ''))
    const tokens = fc.constantFrom(
      ['time', '2026-11-23T13:16:15.123Z'],
      ['address', '10.0.0.12'],
      ['id', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
    )
    fc.assert(
      fc.property(around, tokens, ([...before], [kind, text]) => {
        const whole = `${before.join('')} | ${text} |`
        if (findTokens(before.join('')).length > MAX_TOKENS - 2) return
        expect(found(whole)).toContain(`${kind}:${text}`)
      }),
    )
  })

  it('stops at so many tokens that no screen is made of elements alone', () => {
    expect(findTokens('1 '.repeat(8000))).toHaveLength(MAX_TOKENS)
  })
})
