import { describe, expect, it } from 'vitest'
import type { Row } from '../../../src/renderer/data/row-source.ts'
import { MAX_COLUMNS } from '../../../src/renderer/list/clip-columns.ts'
import { RowHeights } from '../../../src/renderer/list/row-heights.ts'
import type { WrapRuler } from '../../../src/renderer/list/wrap-ruler.ts'
import { labels } from './list-labels.ts'

/** Ten columns of 8 px. */
function rulerOf(asked: string[] = []): Pick<WrapRuler, 'columnPx' | 'rowsOf'> {
  return {
    columnPx: 8,
    rowsOf(text, more) {
      asked.push(text)
      return Math.max(1, Math.ceil((text.length + Math.min(more, 10)) / 10))
    },
  }
}

function row(text: string, rest: Partial<Row> = {}): Row {
  return { line: 0, text, bytes: text.length, cut: false, ...rest }
}

const facts = { labels, textView: null }

describe('the heights of rows', () => {
  it('are those of their texts, and one while a row is on its way', () => {
    const heights = new RowHeights(rulerOf(), facts)
    expect(heights.of(undefined)).toBe(1)
    expect(heights.of(row(''))).toBe(1)
    expect(heights.of(row('x'.repeat(10)))).toBe(1)
    expect(heights.of(row('x'.repeat(11)))).toBe(2)
    expect(heights.ofText('x'.repeat(25))).toBe(3)
  })

  it('leave room for the label of an entry and of a cut line', () => {
    const heights = new RowHeights(rulerOf(), facts)
    const text = 'x'.repeat(10)
    expect(heights.of(row(text, { entry: { more: 38, open: false } }))).toBe(2)
    expect(heights.of(row(text, { cut: true, bytes: 20_000 }))).toBe(2)
  })

  it('are measured once, until something else is shown', () => {
    const asked: string[] = []
    const heights = new RowHeights(rulerOf(asked), facts)
    const own = row('{"a":1}')
    expect(heights.of(own)).toBe(1)
    expect(heights.of(own)).toBe(1)
    expect(asked).toEqual(['{"a":1}'])
    const longer = { key: 'long', textOf: (text: string) => text.repeat(3) }
    heights.forget({ labels, textView: longer })
    expect(heights.of(own)).toBe(3)
  })

  it('count no more of a line than is drawn', () => {
    const heights = new RowHeights(rulerOf(), facts)
    expect(heights.of(row('x'.repeat(MAX_COLUMNS + 1000)))).toBe(Math.ceil(MAX_COLUMNS / 10))
  })
})
