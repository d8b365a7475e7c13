import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paintSpans } from '../../../src/renderer/list/paint-spans.ts'
import type { Paint } from '../../../src/renderer/list/painter.ts'
import { MAX_SPANS, type Span } from '../../../src/renderer/list/span.ts'

const span = (text: string, facts: Partial<Span> = {}): Span => ({
  kind: 'text',
  text,
  style: null,
  paint: null,
  ...facts,
})
const paint = (from: number, to: number, className = 'a'): Paint => ({ from, to, className })

/** The class on top of each character. */
function painted(spans: readonly Span[]): (string | null)[] {
  return spans.flatMap(({ text, paint: own }) => [...text].map(() => own))
}

describe('paintSpans', () => {
  it('leaves a line as it is where nothing is painted', () => {
    const spans = [span('abc')]
    expect(paintSpans(spans, [])).toBe(spans)
  })

  it('cuts spans where a paint begins and ends, and keeps how the log colours them', () => {
    const style = { classes: ['fg-1'], color: null, background: null }
    expect(paintSpans([span('abc', { style }), span('def')], [paint(2, 5)])).toEqual([
      span('ab', { style }),
      span('c', { style, paint: 'a' }),
      span('de', { paint: 'a' }),
      span('f'),
    ])
  })

  it('lets the later paint win on each character, and loses no text', () => {
    const one = fc.tuple(fc.integer({ min: -3, max: 25 }), fc.integer({ min: -3, max: 25 }))
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 6 })), fc.array(one), (texts, ranges) => {
        const spans = texts.filter((text) => text !== '').map((text) => span(text))
        const whole = texts.join('')
        const paints = ranges.map(([from, to], at) => paint(from, to, `p${at}`))
        const result = paintSpans(spans, paints)
        expect(result.map(({ text }) => text).join('')).toBe(whole)
        const expected = Array.from({ length: whole.length }, (_, at) => {
          return paints.findLast(({ from, to }) => at >= from && at < to)?.className ?? null
        })
        const found = result.flatMap(({ text, paint: own }) =>
          Array.from({ length: text.length }, () => own),
        )
        expect(found).toEqual(expected)
      }),
    )
  })

  it('makes a bounded number of spans of a line however it is painted', () => {
    const text = 'ab'.repeat(4000)
    const paints = Array.from({ length: 4000 }, (_, at) => paint(at * 2, at * 2 + 1))
    const result = paintSpans([span(text)], paints)
    expect(result).toHaveLength(MAX_SPANS)
    expect(result.map((one) => one.text).join('')).toBe(text)
  })

  it('paints the beginning of a line that is longer than any that is drawn', () => {
    const text = 'x'.repeat(40_000)
    expect(painted(paintSpans([span(text)], [paint(0, 40_000)])).slice(0, 3)).toEqual([
      'a',
      'a',
      'a',
    ])
  })
})
