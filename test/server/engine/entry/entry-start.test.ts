import { describe, expect, it } from 'vitest'
import { detectEntryRule } from '../../../../src/server/engine/entry/detect-entry-rule.ts'
import { createEntryTest } from '../../../../src/server/engine/entry/entry-start.ts'
import { detectTimeFormat } from '../../../../src/server/engine/time/detect-time-format.ts'
import type { Encoding } from '../../../../src/shared/encoding.ts'
import { encodeText } from '../../../support/encode-text.ts'

/** The rule of a log, and its lines as entries, found out of the log itself. */
function entriesOf(text: string, encoding: Encoding = 'utf-8') {
  const bytes = encodeText(text, encoding)
  const unsaid = { zoneMinutes: 0, lastChange: Date.UTC(2024, 5, 20) }
  const rule = detectEntryRule(bytes, encoding, detectTimeFormat(bytes, encoding, unsaid))
  const isStart = createEntryTest(rule, encoding)
  const entries: string[][] = []
  let at = 0
  for (const line of text.split(/(?<=\n)/)) {
    const from = at
    at += encodeText(line, encoding).length
    if (isStart(bytes, from, at) || entries.length === 0) entries.push([])
    entries.at(-1)?.push(line.trimEnd())
  }
  return { rule: rule.kind, sizes: entries.map((entry) => entry.length) }
}

const JAVA = `2024-01-02 03:04:05,678 ERROR [main] c.e.App - request failed
java.lang.IllegalStateException: no connection
\tat com.example.Db.open(Db.java:12)
\tat com.example.App.main(App.java:7)
\tSuppressed: java.io.IOException: close
Caused by: java.net.ConnectException: refused
\tat java.net.Socket.connect(Socket.java:600)
\t... 12 more
2024-01-02 03:04:06,001 INFO  [main] c.e.App - next
`

const PYTHON = `ERROR:root:request failed
Traceback (most recent call last):
  File "app.py", line 7, in <module>
    open_db()
ValueError: no
During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "app.py", line 9, in <module>
    raise RuntimeError('no') from error
RuntimeError: no
INFO:root:next
WARNING:app:and one more
`

const GO = `I0102 03:04:05.678901       1 main.go:12] started
panic: runtime error: invalid memory address or nil pointer dereference
[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x48a1b2]

goroutine 1 [running]:
main.open(0x0, {0xc000012345, 0x3})
\t/src/app/main.go:21 +0x1d
net/http.(*conn).serve(0xc0000a2000, {0x7f, 0xc0})
\t/usr/lib/go/src/net/http/server.go:1995 +0x612
created by net/http.(*Server).Serve in goroutine 1
\t/usr/lib/go/src/net/http/server.go:3086 +0x4cb
exit status 2
I0102 03:04:06.000001       1 main.go:13] next
`

const JAVASCRIPT = `listening on 3000
TypeError: Cannot read properties of undefined (reading 'id')
    at handle (/app/server.js:12:7)
    at process.processTicksAndRejections (node:internal/process/task_queues:95:5) {
  code: 'E_NO'
}
request done
`

const PRETTY_JSON = `{
  "ts": "2024-01-02T03:04:05Z",
  "tags": [
    "a"
  ],
  "msg": "one"
}
{
  "ts": "2024-01-02T03:04:06Z",
  "msg": "two"
}
`

describe('the entries of a log', () => {
  it('begin with the time of the log: Java', () => {
    expect(entriesOf(JAVA)).toEqual({ rule: 'timestamp', sizes: [8, 1] })
  })

  it('begin with a level: Python', () => {
    expect(entriesOf(PYTHON)).toEqual({ rule: 'level', sizes: [11, 1, 1] })
  })

  it('begin with the time of the log: Go', () => {
    // A `panic:` says something of its own.
    expect(entriesOf(GO)).toEqual({ rule: 'timestamp', sizes: [1, 11, 1] })
  })

  it('begin where no continuation stands: JavaScript', () => {
    expect(entriesOf(JAVASCRIPT)).toEqual({ rule: 'indentation', sizes: [6, 1] })
  })

  it('begin where no continuation stands: the same traces without a time or a level', () => {
    const bare = (text: string) =>
      text.replace(/^(?:2024-\S+ \S+ \w+ +|I0102 \S+ +|[A-Z]+:\w+:)/gm, '')
    expect(entriesOf(bare(JAVA)).sizes).toEqual([8, 1])
    expect(entriesOf(bare(PYTHON)).sizes).toEqual([11, 1, 1])
    expect(entriesOf(bare(GO)).sizes).toEqual([1, 11, 1])
  })

  it('are whole objects when JSON stands on several lines', () => {
    expect(entriesOf(PRETTY_JSON)).toEqual({ rule: 'indentation', sizes: [7, 4] })
  })

  it('are the lines when each is an object', () => {
    const text = '{"ts":1704164645,"msg":"a"}\n{"ts":1704164646,"msg":"b"}\n'
    expect(entriesOf(text)).toEqual({ rule: 'timestamp', sizes: [1, 1] })
  })

  it('are the lines where nothing else tells them apart', () => {
    expect(entriesOf('  a\n  b\n  c\n')).toEqual({ rule: 'line', sizes: [1, 1, 1] })
    const array = `[\n${'  {\n    "a": 1\n  },\n'.repeat(40)}]\n`
    expect(entriesOf(array).rule).toBe('line')
    expect(entriesOf('a\n  b\n  c\n')).toEqual({ rule: 'indentation', sizes: [3] })
    expect(entriesOf('').rule).toBe('indentation')
  })

  it('begin also with a level where the others have times', () => {
    const text =
      '2024-01-02 03:04:05 a\nERROR: disk is full\n  more of it\n2024-01-02 03:04:06 b\nfine, thanks\nerror: no\n[warn] c\n2024-01-02 03:04:07 d\n2024-01-02 03:04:08 e\n2024-01-02 03:04:09 f\n2024-01-02 03:04:10 g\n'
    expect(entriesOf(text)).toEqual({
      rule: 'timestamp',
      sizes: [1, 2, 2, 1, 1, 1, 1, 1, 1],
    })
  })

  it('are objects that name a level among lines of text; others go on', () => {
    const own = [
      '{"msg":"no","level":"error"}',
      '{ "severity" : "WARNING", "msg": "no" }',
      '{"lvl":"info"}',
    ]
    const more = ['{', '  "level": "error"', '}', '{"status":500}', '{"loglevel":"error"}']
    const text = `2024-01-02 03:04:05 INFO one\n${[...own, ...more].join('\n')}\n`
    const times = '2024-01-02 03:04:05 INFO two\n'.repeat(20)
    expect(entriesOf(`${times}${text}`)).toEqual({
      rule: 'timestamp',
      sizes: [...Array<number>(20).fill(1), 1, 1, 1, 6],
    })
  })

  it('are objects also where one does not say when it was', () => {
    const text = '{"ts":1704164645,"msg":"a"}\n{"level":"error"}\n{"ts":1704164646,"msg":"b"}\n'
    expect(entriesOf(text)).toEqual({ rule: 'timestamp', sizes: [1, 1, 1] })
  })

  it('begin with a level in brackets and colours', () => {
    const text = '[info] a\nmore of a\n[\x1b[31mERROR\x1b[0m] b\n[warn]  c\n\x1b[32mINFO\x1b[0m d\n'
    expect(entriesOf(text)).toEqual({ rule: 'level', sizes: [2, 1, 1, 1] })
  })

  it('begin with times that stand after a blank', () => {
    const text = ' 2024-01-02 03:04:05 a\n  at b\n 2024-01-02 03:04:06 c\n'
    expect(entriesOf(text)).toEqual({ rule: 'timestamp', sizes: [2, 1] })
  })

  it('are told by indentation where only few lines have a time', () => {
    const text = '2024-01-02 03:04:05 a\nb\nc\n  d\ne\n'
    expect(entriesOf(text)).toEqual({ rule: 'indentation', sizes: [1, 1, 2, 1] })
  })

  it.each(['utf-16le', 'utf-16be'] as const)('are the same in %s', (encoding) => {
    for (const text of [JAVA, PYTHON, GO, JAVASCRIPT, PRETTY_JSON]) {
      expect(entriesOf(text, encoding)).toEqual(entriesOf(text))
      expect(entriesOf(`\ufeff${text.replaceAll('\n', '\r\n')}`, encoding)).toEqual(entriesOf(text))
    }
  })
})
