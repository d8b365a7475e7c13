import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pathText } from '../../../src/renderer/structure/field-path.ts'
import { parseLine } from '../../../src/renderer/structure/parse-line.ts'
import type { StructuredLine } from '../../../src/renderer/structure/structured-line.ts'

const fieldsOf = (line: StructuredLine) =>
  Object.fromEntries(line.fields.map(({ path, value }) => [pathText(path), value]))

type Said = Pick<StructuredLine, 'format' | 'time' | 'level' | 'logger' | 'message'>

const said = (
  format: Said['format'],
  time: string | null,
  level: string | null,
  logger: string | null,
  message: string,
): Said => ({ format, time, level, logger, message })

const LINES: readonly [text: string, said: Said, fields: Record<string, string>][] = [
  [
    '{"time":1732367775123,"level":30,"msg":"hi","user":{"id":7,"roles":["a"]},"x-y":null}',
    said('json', '2024-11-23T13:16:15.123Z', 'info', null, 'hi'),
    { 'user.id': '7', 'user.roles[0]': 'a', '["x-y"]': 'null' },
  ],
  [
    '{"@timestamp":"2026-11-23T13:16:15Z","log.level":"WARN","log":{"logger":"a.B"},"message":"m"}',
    said('json', '2026-11-23T13:16:15Z', 'WARN', 'a.B', 'm'),
    {},
  ],
  [
    'ts=2026-11-23T13:16:15Z level=warn msg="slow \\"one\\"" dur=1.2s',
    said('logfmt', '2026-11-23T13:16:15Z', 'warn', null, 'slow "one"'),
    { dur: '1.2s' },
  ],
  [
    '10.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /a?b=1 HTTP/1.0" 200 2326 "-" "curl/8"',
    said('access', '10/Oct/2000:13:55:36 -0700', null, null, 'GET /a?b=1 200'),
    { client: '10.0.0.1', user: 'frank', target: '/a?b=1', bytes: '2326', agent: 'curl/8' },
  ],
  [
    'a.com 10.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "\\x16\\x03" 400 -',
    said('access', '10/Oct/2000:13:55:36 -0700', null, 'a.com', '\\x16\\x03 400'),
    { status: '400' },
  ],
  [
    'Nov  3 13:16:15 host sshd[1234]: Failed for root',
    said('syslog', 'Nov  3 13:16:15', null, 'sshd', 'Failed for root'),
    { host: 'host', pid: '1234' },
  ],
  [
    '<34>1 2003-10-11T22:14:15.003Z my.host su - ID47 [ex@1 iut="3" b="x\\]"] it failed',
    said('syslog', '2003-10-11T22:14:15.003Z', 'crit', 'su', 'it failed'),
    { facility: 'auth', severity: 'crit', iut: '3', id: 'ID47' },
  ],
  [
    '2026-11-23 13:16:15.123  INFO 12 --- [main] c.e.Foo$Bar : Up in 3s id=4',
    said('log4j', '2026-11-23 13:16:15.123', 'INFO', 'c.e.Foo$Bar', 'Up in 3s id=4'),
    { process: '12', thread: 'main', id: '4' },
  ],
  [
    '2026-11-23 13:16:15,123 - my.mod - WARNING - a: b',
    said('log4j', '2026-11-23 13:16:15,123', 'WARNING', 'my.mod', 'a: b'),
    {},
  ],
  ['ERROR:root:it broke', said('log4j', null, 'ERROR', 'root', 'it broke'), {}],
  [
    '2026/11/23 13:16:15 [error] 12#0: *5 open() failed',
    said('log4j', '2026/11/23 13:16:15', 'error', null, '*5 open() failed'),
    { process: '12#0' },
  ],
  [
    '2026-11-23T13:16:15Z INFO main: hello {"a":{"b":1}}',
    said('log4j', '2026-11-23T13:16:15Z', 'INFO', 'main', 'hello {"a":{"b":1}}'),
    { 'a.b': '1' },
  ],
  ['just a text key=val', said('plain', null, null, null, 'just a text key=val'), { key: 'val' }],
  ['{"cut off', said('plain', null, null, null, '{"cut off'), {}],
  ['', said('plain', null, null, null, ''), {}],
]

const PIECES = [
  '{',
  '}',
  '"',
  '\\"',
  '[',
  '] ',
  '{"a":',
  'a=',
  'a="',
  'a="b" ',
  '1 ',
  'a - ',
  'a: ',
  '<1>1 ',
  '[error] ',
  'a b c [x] "',
  'Jan 11 11:11:11 ',
  '2026-11-23 13:16:15 ',
  'INFO ',
  ' ',
  '(a) ',
  '[a "b" ',
  '😀',
]
const text = fc.oneof(
  fc.string(),
  fc
    .array(fc.constantFrom(...PIECES, ...LINES.map(([line]) => line)))
    .map((parts) => parts.join('')),
)

describe('dividing a line', () => {
  it.each(LINES)('reads %s', (line, wanted, fields) => {
    const parsed = parseLine(line)
    expect(parsed).toMatchObject(wanted)
    expect(fieldsOf(parsed)).toMatchObject(fields)
  })

  it('finds each value in the text where it says', () => {
    fc.assert(
      fc.property(text, (line) => {
        for (const { from, to } of parseLine(line).fields) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(line.length)
        }
      }),
    )
  })

  it('ends with lines that look like many formats and are none', () => {
    // Long enough that anything but linear time would not end before the test's.
    for (const piece of PIECES) {
      for (const end of ['x', '}', '"']) parseLine(piece.repeat((256 * 1024) / piece.length) + end)
    }
  })

  it('tells name and value where both stand in the line, so that they can be looked for', () => {
    const parts = (line: string) =>
      parseLine(line).fields.map(({ from, to }) => line.slice(from, to))
    expect(parts('{"a": 4, "b":["x"]}')).toEqual(['"a": 4', '"x"'])
    expect(parts('a=4 b="x y"')).toEqual(['a=4', 'b="x y"'])
  })
})
