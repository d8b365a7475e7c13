import { describe, expect, it } from 'vitest'
import { createExportEncoder } from '../../../src/server/http/export-encoder.ts'
import { jsonObjectOf } from '../../../src/server/http/json-object-of.ts'
import { EXPORT_FORMATS } from '../../../src/shared/export.ts'

const HOSTILE = 'a"b,\t\u0000\u202e\r<script>\\ é😀\u2028'

describe('createExportEncoder', () => {
  it.each(
    EXPORT_FORMATS.flatMap((format) => [true, false].map((numbers) => [format, numbers] as const)),
  )('writes a line in parts as it writes it whole: %s, numbers %s', (format, numbers) => {
    const encoder = createExportEncoder(format, numbers)
    const whole = encoder.encode({ kind: 'lines', lines: [{ line: 41, text: HOSTILE }] })
    const characters = [...HOSTILE]
    const parts = characters.map((text, at) =>
      encoder.encode({
        kind: 'part',
        line: 41,
        text,
        isFirst: at === 0,
        isLast: at === characters.length - 1,
      }),
    )
    expect(parts.join('')).toBe(whole)
  })

  it('writes JSON lines that are one line each, whatever the text', () => {
    const encoder = createExportEncoder('jsonl', true)
    const lines = [
      HOSTILE,
      `{"a":${'\r'}1}`,
      '{"text":"mine","line":-1}',
      ' {"__proto__":{"x":1}} ',
    ]
    const text = encoder.encode({
      kind: 'lines',
      lines: lines.map((text, line) => ({ line, text })),
    })
    const written = text.trimEnd().split('\n')
    expect(written).toHaveLength(lines.length)
    expect(text).not.toContain('\r')
    expect(written.map((line) => JSON.parse(line).text)).toEqual(lines)
    expect(written.map((line) => JSON.parse(line).line)).toEqual([1, 2, 3, 4])
    expect(JSON.parse(written[2] ?? '').fields).toEqual({ text: 'mine', line: -1 })
  })

  it('has no number for a line whose number nobody knows', () => {
    const lines = [{ line: null, text: 'x' }]
    expect(() => createExportEncoder('csv', true).encode({ kind: 'lines', lines })).toThrow()
    expect(createExportEncoder('csv', false).encode({ kind: 'lines', lines })).toBe('"x"\r\n')
  })
})

describe('jsonObjectOf', () => {
  it.each(['', '[]', '"{}"', '{', '{}}', '{a:1}', 'null', '{"a":1}{"b":2}'])(
    'is null for %j',
    (line) => {
      expect(jsonObjectOf(line)).toBeNull()
    },
  )

  it('keeps what parsing would lose', () => {
    const line = '{"id":9007199254740993,"a":1,"a":2,"f":1.10}'
    expect(jsonObjectOf(` ${line}\t`)).toBe(line)
  })

  it('takes an object of any depth', () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`
    expect(jsonObjectOf(deep)).toBe(deep)
  })
})
