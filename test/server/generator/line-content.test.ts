import { describe, expect, it } from 'vitest'
import { LOG_FORMATS, type LogFormat } from '../../../src/server/generator/format-event.ts'
import { createLineContent } from '../../../src/server/generator/line-content.ts'
import { type Level, levelOf } from '../../../src/shared/level.ts'

const START = Date.UTC(2026, 10, 23, 6, 45, 3, 123)

function linesOf(format: LogFormat, count = 5000, seed = 42): string[] {
  const next = createLineContent(format, seed)
  return Array.from({ length: count }, (_, n) => next(START + n))
}

describe('createLineContent', () => {
  it.each(LOG_FORMATS)(
    'writes the same %s lines for the same seed, others for another',
    (format) => {
      expect(linesOf(format)).toEqual(linesOf(format))
      expect(linesOf(format)).not.toEqual(linesOf(format, 5000, 43))
    },
  )

  it.each(LOG_FORMATS)('writes whole %s lines: no line feed, no CR, no empty one', (format) => {
    for (const line of linesOf(format)) expect(line).toMatch(/^[^\r\n]+$/)
  })

  it('names the levels, mostly info, in the formats that have them', () => {
    for (const format of ['plain', 'json', 'logfmt', 'java'] as const) {
      const count: Partial<Record<Level, number>> = {}
      for (const line of linesOf(format)) {
        const level = levelOf(line)
        count[level] = (count[level] ?? 0) + 1
      }
      for (const level of ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const) {
        expect(count[level], `${format} ${level}`).toBeGreaterThan(0)
      }
      expect(count.info).toBeGreaterThan(3000)
    }
  })

  it('writes stack traces as lines of their own right after the error', () => {
    for (const format of ['plain', 'java'] as const) {
      const lines = linesOf(format)
      const first = lines.findIndex((line) => line.startsWith('\tat '))
      expect(first).toBeGreaterThan(1)
      expect(lines[first - 1]).toMatch(/^[\w.]+Exception: /)
      expect(['error', 'fatal']).toContain(levelOf(lines[first - 2] ?? ''))
    }
  })

  it('writes JSON that parses, with the stack in a field', () => {
    const records = linesOf('json').map((line) => JSON.parse(line))
    expect(records[0]).toMatchObject({ time: '2026-11-23T06:45:03.123Z' })
    expect(records.some(({ stack }) => stack?.includes('\n\tat '))).toBe(true)
  })

  it('writes the combined log format', () => {
    for (const line of linesOf('access', 500)) {
      expect(line).toMatch(
        /^[\d.]+ - \S+ \[23\/Nov\/2026:06:45:0\d \+0000\] "GET \S+ HTTP\/1\.1" \d{3} \d+ "-" "[^"]+"$/,
      )
    }
  })

  it('has accents, and now and then a colour in plain lines only', () => {
    expect(linesOf('plain').join('\n')).toMatch(/João Conceição/)
    expect(linesOf('plain').some((line) => line.includes('\x1b[3'))).toBe(true)
    expect(linesOf('java').some((line) => line.includes('\x1b'))).toBe(false)
  })
})
