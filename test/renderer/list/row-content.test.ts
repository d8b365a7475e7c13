import { describe, expect, it } from 'vitest'
import { EMPTY_LIST, type ListModel } from '../../../src/renderer/list/list-model.ts'
import {
  type RowFacts,
  rowContent,
  unnumberedContent,
} from '../../../src/renderer/list/row-content.ts'
import { lineNumber } from '../../../src/shared/line-number.ts'
import { MAX_DISPLAY_LINE_BYTES, type Mark } from '../../../src/shared/protocol.ts'
import { labels } from './list-labels.ts'

const text = { line: 3, text: 'line', bytes: 4, cut: false }

function mark(kind: Mark['kind'], line: number): Mark {
  return { kind, line: lineNumber(line), at: 0, bytes: null, lines: null }
}

function facts(model: Partial<ListModel> = {}, marks: readonly Mark[] = []): RowFacts {
  return {
    model: { ...EMPTY_LIST, log: 'app', end: 10, ...model },
    marks: Map.groupBy(marks, ({ line }) => line),
    selection: { anchor: 4, active: 6 },
    found: 5,
    labels,
    clip: 8,
    painter: null,
    textView: null,
    gutter: null,
    columns: [],
  }
}

describe('the content of a row', () => {
  it('is a number and a text, or a number alone while the text is on its way', () => {
    expect(rowContent(3, text, undefined, facts())).toMatchObject({ number: 3, text: 'line' })
    expect(rowContent(3, undefined, undefined, facts()).text).toBeNull()
  })

  it('tells how much of a cut line is hidden, and offers it', () => {
    const cut = { ...text, bytes: MAX_DISPLAY_LINE_BYTES + 9000, cut: true }
    expect(rowContent(3, cut, undefined, facts()).cut).toEqual({
      label: '+9000',
      action: 'show 9000 more',
    })
  })

  it('offers nothing more of a line whose number is not known: it cannot be asked for', () => {
    const cut = { ...text, bytes: MAX_DISPLAY_LINE_BYTES + 9000, cut: true }
    expect(unnumberedContent(cut, undefined, facts()).cut).toEqual({ label: '+9000', action: null })
  })

  it('tells whether its text is all of the line', () => {
    const wholeOf = (row: Partial<typeof text>) =>
      rowContent(3, { ...text, ...row }, undefined, facts()).whole
    expect(wholeOf({})).toBe(true)
    expect(wholeOf({ cut: true })).toBe(false)
    expect(wholeOf({ text: 'longer than is drawn' })).toBe(false)
    expect(rowContent(10, undefined, undefined, facts({ partial: 'half' })).whole).toBe(false)
  })

  it('never says that nothing is hidden of a cut line', () => {
    const cut = { ...text, bytes: MAX_DISPLAY_LINE_BYTES, cut: true }
    expect(rowContent(3, cut, undefined, facts()).cut?.label).toBe('+1')
  })

  it('is marked when it was gone to', () => {
    expect([4, 5, 6].map((line) => rowContent(line, text, undefined, facts()).found)).toEqual([
      false,
      true,
      false,
    ])
  })

  it('draws the beginning of a long line, and what is hidden of it all the same', () => {
    const long = { line: 3, text: 'x'.repeat(20), bytes: MAX_DISPLAY_LINE_BYTES + 5, cut: true }
    const cut = { label: '+5' }
    expect(rowContent(3, long, undefined, facts())).toMatchObject({ text: 'x'.repeat(8), cut })
    const wide = { ...facts(), clip: 20 }
    expect(rowContent(3, long, undefined, wide)).toMatchObject({ text: long.text, cut })
  })

  it('is the unfinished line after the last one', () => {
    const row = rowContent(10, undefined, undefined, facts({ partial: 'half' }))
    expect(row).toMatchObject({ number: 10, text: 'half', partial: true })
  })

  it('is selected or active', () => {
    const looks = [3, 4, 6].map((line) => {
      const { selected, active } = rowContent(line, text, undefined, facts())
      return { selected, active }
    })
    expect(looks).toEqual([
      { selected: false, active: false },
      { selected: true, active: false },
      { selected: true, active: true },
    ])
  })

  it('has the marks of its line above it, several in one label', () => {
    const marks = [mark('gone', 5), mark('back', 5)]
    expect(rowContent(5, text, undefined, facts({}, marks)).mark).toEqual({
      label: 'gone · back',
      edge: 'top',
      loss: false,
    })
    expect(rowContent(4, text, undefined, facts({}, marks)).mark).toBeNull()
  })

  it('has a mark that no line followed below the last line', () => {
    const below = { label: 'rotated', edge: 'bottom', loss: false }
    expect(rowContent(9, text, undefined, facts({}, [mark('rotated', 10)])).mark).toEqual(below)
    const withPartial = facts({ partial: 'half' }, [mark('rotated', 10)])
    expect(rowContent(9, text, undefined, withPartial).mark).toBeNull()
    expect(rowContent(10, undefined, undefined, withPartial).mark).toMatchObject({ edge: 'top' })
  })

  it('tells a mark where lines are missing from the others', () => {
    const marks = [mark('rotated', 5), mark('gap', 5)]
    expect(rowContent(5, text, undefined, facts({}, marks)).mark?.loss).toBe(true)
  })
})
