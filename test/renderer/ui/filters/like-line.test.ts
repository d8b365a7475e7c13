import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactly, likeLine } from '../../../../src/renderer/ui/filters/like-line.ts'
import { MAX_PATTERN_LENGTH, type Term } from '../../../../src/shared/query.ts'

function has({ kind, pattern }: Term, line: string): boolean {
  return kind === 'text' ? line.includes(pattern) : new RegExp(pattern, 'u').test(line)
}

const KINDS: readonly (readonly [line: string, like: string, other: string])[] = [
  [
    '2026-11-23T10:00:01Z INFO [worker-12] request 4711 done in 17 ms',
    '2026-11-23T10:09:59Z INFO [worker-3] request 99 done in 1234 ms',
    '2026-11-23T10:00:01Z INFO [worker-12] request 4711 failed in 17 ms',
  ],
  [
    '{"time":"2026-11-23","level":"info","msg":"user 17 logged in","user":17}',
    '{"time":"2027-01-01","level":"info","msg":"user 4 logged in","user":4}',
    '{"time":"2026-11-23","level":"info","msg":"user 17 logged out","user":17}',
  ],
  [
    'time=2026-11-23 level=warn msg="slow query on orders" ms=120',
    'time=2026-11-24 level=error msg="slow query on orders" ms=9',
    'time=2026-11-23 level=warn msg="slow query on users" ms=120',
  ],
  [
    '\x1b[32mINFO\x1b[0m cache miss for key abc123',
    '\x1b[31mINFO\x1b[0m cache miss for key def456',
    '\x1b[32mINFO\x1b[0m cache hit for key abc123',
  ],
]

describe('what lines like one have', () => {
  it.each(KINDS)('is in %j and in its likes, and not in others', (line, like, other) => {
    const term = likeLine(line)
    expect(has(term, line)).toBe(true)
    expect(has(term, like)).toBe(true)
    expect(has(term, other)).toBe(false)
  })

  it('is always in the line itself, and a pattern that the server takes', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !/[\r\n]/.test(text)),
      fc.constantFrom(
        'INFO',
        'request',
        '42',
        '"msg":"',
        'msg="',
        'a\\"b',
        '(',
        '[x]',
        '\x1b[31m',
        '😀',
        ' ',
        '\0',
      ),
    )
    const line = fc
      .array(word, { maxLength: 60 })
      .map((words) => words.join(' '))
      .filter((text) => text !== '' && text.isWellFormed())
    fc.assert(
      fc.property(line, (text) => {
        const term = likeLine(text)
        expect(has(term, text)).toBe(true)
        expect(term.pattern.length).toBeGreaterThan(0)
        expect(term.pattern.length).toBeLessThanOrEqual(MAX_PATTERN_LENGTH)
      }),
      { numRuns: 150 },
    )
  })

  it('is the line as it stands where it has no words', () => {
    expect(likeLine('--- 17 ---')).toEqual(exactly('--- 17 ---'))
    expect(likeLine('42')).toEqual(exactly('42'))
  })

  it('never ends within a character', () => {
    const { pattern } = exactly('😀'.repeat(MAX_PATTERN_LENGTH))
    expect(pattern.isWellFormed()).toBe(true)
    expect(exactly(`a${'😀'.repeat(MAX_PATTERN_LENGTH)}`).pattern.isWellFormed()).toBe(true)
  })

  it('is not found slowly in a long line that has it nearly', () => {
    const term = likeLine('alpha 1 beta 2 gamma 3 delta')
    expect(has(term, `${'alpha 1 beta 2 gamma 3 '.repeat(40_000)}`)).toBe(false)
    expect(has(term, `${'alpha 1 beta 2 gamma 3 '.repeat(40_000)}delta`)).toBe(true)
  })
})
