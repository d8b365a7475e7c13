import { describe, expect, it } from 'vitest'
import { createTimeWords } from '../../../../src/renderer/ui/histogram/time-words.ts'

const at = (text: string) => Date.parse(`${text}Z`)
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const portuguese = createTimeWords('pt-BR')
const english = createTimeWords('en')
const afternoon = at('2024-01-02T14:02:03')

describe('the words of times', () => {
  it('tell a moment with as many places as it has', () => {
    expect(portuguese.moment(afternoon)).toBe('02/01/2024, 14:02:03')
    expect(portuguese.moment(afternoon + 50)).toBe('02/01/2024, 14:02:03,050')
    expect(english.moment(afternoon)).toBe('01/02/2024, 14:02:03')
  })

  it('tell the beginning of a part no finer than it is long', () => {
    expect(portuguese.start(afternoon, 500)).toBe('02/01/2024, 14:02:03,000')
    expect(portuguese.start(afternoon, 5 * SECOND)).toBe('02/01/2024, 14:02:03')
    expect(portuguese.start(at('2024-01-02T14:02'), MINUTE)).toBe('02/01/2024, 14:02')
    expect(portuguese.start(at('2024-01-02'), DAY)).toBe('02/01/2024')
  })

  it('tell the end of a range with its day only where that is another one', () => {
    const from = at('2024-01-02T14:02')
    expect(portuguese.end(from + MINUTE, from, MINUTE)).toBe('14:03')
    expect(portuguese.end(from + SECOND, from, SECOND)).toBe('14:02:01')
    expect(portuguese.end(from + 10, from, 10)).toBe('14:02:00,010')
    expect(portuguese.end(at('2024-01-03'), from, HOUR)).toBe('03/01/2024, 00:00')
  })

  it('tell the marks of an axis as short as they can be told apart', () => {
    expect(english.mark(afternoon, 100)).toBe('14:02:03.000')
    expect(english.mark(afternoon, SECOND)).toBe('14:02:03')
    expect(english.mark(afternoon, HOUR)).toBe('14:02')
    expect(english.mark(at('2024-01-02'), HOUR)).toBe('Jan 2')
    expect(portuguese.mark(at('2024-01-02'), DAY)).toBe('2 de jan.')
    expect(english.mark(at('2024-03-02'), 28 * DAY)).toBe('Mar 2024')
  })
})
