import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEventStreamDecoder } from '../../../src/server/source/event-stream-decoder.ts'

type Said = string | { type: string; data: string; id: string | null } | { id: string } | number

/** Everything that `chunks` say, in order. */
function decode(chunks: readonly Uint8Array[], maxLength?: number): Said[] {
  const said: Said[] = []
  const decoder = createEventStreamDecoder(
    {
      onEvent: (event) => said.push({ ...event }),
      onId: (id) => said.push({ id }),
      onRetry: (ms) => said.push(ms),
      onComment: () => undefined,
      onTooLong: () => said.push('too long'),
    },
    maxLength,
  )
  for (const chunk of chunks) decoder.feed(chunk)
  return said
}

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8')
const message = (data: string, id: string | null = null) => ({ type: 'message', data, id })
const withId = (id: string, data: string) => [{ id }, message(data, id)]
const long = 'x'.repeat(4096)

/** The cases of the Web Platform Tests, by the name of their file; further ones below them. */
const CASES: readonly (readonly [
  name: string,
  stream: string | Uint8Array,
  said: readonly Said[],
])[] = [
  ['format-bom', '\uFEFFdata:1\n\n\uFEFFdata:2\n\ndata:3\n\n', [message('1'), message('3')]],
  ['format-bom-2', '\uFEFF\uFEFFdata:1\n\ndata:2\n\ndata:3\n\n', [message('2'), message('3')]],
  ['format-newlines', 'data:test\r\ndata\ndata:test\r\n\r\n', [message('test\n\ntest')]],
  [
    'format-comments',
    `data:1\r:\0\n:\r\ndata:2\n:${long}\rdata:3\n:data:fail\r:${long}\ndata:4\n\n`,
    [message('1\n2\n3\n4')],
  ],
  ['format-leading-space', 'data:\ttest\rdata: \ndata:test\n\n', [message('\ttest\n\ntest')]],
  [
    'format-field-parsing',
    'data:\0\ndata:  2\rData:1\ndata\0:2\ndata:1\r\0data:4\nda-ta:3\rdata_5\ndata:3\rdata:\r\n data:32\ndata:4\n\n',
    [message('\0\n 2\n1\n3\n\n4')],
  ],
  [
    'format-field-data',
    'data:\n\ndata\ndata\n\ndata:test\n\n',
    [message(''), message('\n'), message('test')],
  ],
  [
    'format-field-unknown',
    'data:test\n data\ndata\nfoobar:xxx\njustsometext\n:thisisacommentyay\ndata:test\n\n',
    [message('test\n\ntest')],
  ],
  ['format-null-character', 'data:\0\n\n\n\n', [message('\0')]],
  ['format-utf-8', 'data:ok…\n\n', [message('ok…')]],
  [
    'format-data-before-final-empty-line',
    'retry:1000\ndata:1\n\nid:t\ndata:2',
    [1000, message('1')],
  ],
  [
    'format-field-event',
    'event:test\ndata:x\n\ndata:x\n\n',
    [{ type: 'test', data: 'x', id: null }, message('x')],
  ],
  ['format-field-event-empty', 'event:test\nevent:\ndata:x\n\n', [message('x')]],
  ['format-field-id', 'id: …\ndata:1\n\n', withId('…', '1')],
  ['format-field-id-2', 'id:1\ndata:1\n\ndata:2\n\n', [...withId('1', '1'), message('2')]],
  [
    'format-field-id-3',
    'id:1\ndata:1\n\nid\ndata:2\n\n',
    [...withId('1', '1'), ...withId('', '2')],
  ],
  ...['\0\0', 'x\0', '\0x', 'x\0x', ' \0'].map(
    (id) =>
      [
        `format-field-id-null ${JSON.stringify(id)}`,
        `id:${id}\ndata:1\n\n`,
        [message('1')],
      ] as const,
  ),
  ['format-field-retry', 'retry:3000\ndata:x\n\n', [3000, message('x')]],
  [
    'format-field-retry-bogus',
    'retry:2000\nretry:1000x\nretry:-1\nretry:+1\nretry:1e3\nretry:1.5\ndata:x\n\n',
    [2000, message('x')],
  ],
  ['format-field-retry-empty', 'retry\nretry:\ndata:test\n\n', [message('test')]],
  ['request field names only', 'dataa:1\ndat:1\nDATA:1\ndata :1\n\ndata:x\n\n', [message('x')]],
  ['an id without data', 'id:7\n\ndata:x\n\n', [{ id: '7' }, message('x')]],
  ['an event without data', 'event:test\n\ndata:x\n\n', [message('x')]],
  ['blank lines only', '\n\r\r\n\n\n', []],
  [
    'CR separators',
    'id:1\rdata:a\r\rid:2\rdata:b\r\r\n',
    [...withId('1', 'a'), ...withId('2', 'b')],
  ],
  ['LF CR is two line ends', 'data:a\n\rdata:b\n\r', [message('a'), message('b')]],
  ['a BOM inside data', 'data:\uFEFFa\n\n', [message('\uFEFFa')]],
  ['the letters of a BOM', 'ï»¿data:1\n\ndata:2\n\n', [message('2')]],
  ['U+2028 and U+0085', 'data:a\u2028b\u0085c\u000bd\n\n', [message('a\u2028b\u0085c\u000bd')]],
  [
    'invalid UTF-8',
    Buffer.concat([bytes('data:a'), Buffer.from([0xff, 0xe2, 0x82]), bytes('b\n\n')]),
    [message('a\uFFFD\uFFFDb')],
  ],
  [
    'a broken BOM',
    Buffer.concat([Buffer.from([0xef, 0xbb]), bytes('\ndata:1\n\n')]),
    [message('1')],
  ],
  [
    'an sse-starlette server',
    'id: 0\r\nevent: message\r\ndata: line\r\ndata: \r\n\r\n: ping - 2026\r\n\r\n',
    withId('0', 'line\n'),
  ],
]

describe('createEventStreamDecoder', () => {
  it.each(CASES)('%s, whole', (_name, stream, said) => {
    expect(decode([typeof stream === 'string' ? bytes(stream) : stream])).toEqual(said)
  })

  it.each(CASES)('%s, one byte at a time', (_name, stream, said) => {
    const all = typeof stream === 'string' ? bytes(stream) : stream
    expect(decode(Array.from(all, (byte) => Uint8Array.of(byte)))).toEqual(said)
  })

  it.each(CASES)('%s, cut at random points', (_name, stream, said) => {
    const all = typeof stream === 'string' ? bytes(stream) : stream
    fc.assert(
      fc.property(fc.array(fc.nat(all.length), { maxLength: 12 }), (cuts) => {
        const points = [0, ...cuts.sort((a, b) => a - b), all.length]
        const chunks = points.slice(1).map((to, at) => all.subarray(points[at], to))
        expect(decode(chunks)).toEqual(said)
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    ['a data line', 'data:'],
    ['a comment', ':'],
    ['an id', 'id:'],
  ])('gives up on %s that never ends, and stays quiet then', (_name, start) => {
    const chunk = bytes('x'.repeat(1024))
    const said = decode(
      [bytes(`data:a\n\n${start}`), ...Array(20).fill(chunk), bytes('\n\ndata:b\n\n')],
      8192,
    )
    expect(said).toEqual([message('a'), 'too long'])
  })

  it('gives up on an event that never ends', () => {
    const said = decode(Array(40).fill(bytes(`data:${'x'.repeat(500)}\n`)), 8192)
    expect(said).toEqual(['too long'])
  })

  it('needs no memory for a line that can be no field', () => {
    const said = decode(
      [bytes('nofield'), ...Array(20).fill(bytes('x'.repeat(1024))), bytes('\ndata:b\n\n')],
      8192,
    )
    expect(said).toEqual([message('b')])
  })
})
