import { describe, expect, it, onTestFinished } from 'vitest'
import type { Row, RowSource } from '../../../src/renderer/data/row-source.ts'
import { ListCursor } from '../../../src/renderer/list/list-cursor.ts'
import { EMPTY_LIST, type ListModel } from '../../../src/renderer/list/list-model.ts'
import { RowsInView } from '../../../src/renderer/list/rows-in-view.ts'
import { lineNumber } from '../../../src/shared/line-number.ts'
import { everySecondLine } from './every-second-line.ts'

const filtered: ListModel = {
  ...EMPTY_LIST,
  log: 'app',
  view: 'v1',
  end: 1000,
  follow: true,
}
const lines: ListModel = { ...filtered, view: null }

function cursorOn(model: ListModel, rows: RowSource, heightOf?: (row: Row | undefined) => number) {
  const follows: boolean[] = []
  const arrivals: (number | null)[] = []
  const heights = heightOf === undefined ? null : { of: heightOf, ofText: () => 1 }
  const onChange = () => undefined
  const onFollowChange = (follow: boolean) => void follows.push(follow)
  const view = new RowsInView(rows, { layout: { heights }, onChange, onFollowChange })
  const onArrival = () => void arrivals.push(cursor.selection.activeLine)
  const cursor = new ListCursor(view, { onChange, onArrival }, new AbortController().signal)
  onTestFinished(() => cursor.close())
  view.position.setModel(model)
  cursor.resize(() => ({ height: 200, rowHeight: 20 }))
  return { view, cursor, follows, arrivals }
}

function lineOf(row: Row | undefined): number {
  return row?.line ?? Number.NaN
}

describe('the reader of a list', () => {
  it('is at the end until he goes somewhere', () => {
    const { view, cursor, follows } = cursorOn(lines, everySecondLine())
    expect(cursor.place).toEqual({ kind: 'end' })
    view.position.moveBy(-3)
    expect(follows).toEqual([false])
    expect(cursor.place).toMatchObject({ kind: 'row', row: 987, active: false })
    view.position.moveBy(3)
    expect(follows).toEqual([false, true])
  })

  it('goes to a line in the middle of the view, and has it selected and marked', async () => {
    const { cursor, arrivals } = cursorOn(lines, everySecondLine())
    await cursor.goToLine(lineNumber(500))
    expect(arrivals).toEqual([500])
    expect(cursor.selection.activeLine).toBe(500)
    expect(cursor.place).toMatchObject({ row: 500, y: 80, active: true })
    expect(cursor.found.line).toBe(500)
  })

  it('has nothing selected nor marked once the numbers mean other lines', async () => {
    const { cursor } = cursorOn(lines, everySecondLine())
    await cursor.goToLine(lineNumber(500))
    cursor.forgetRows()
    expect(cursor.selection.activeLine).toBeNull()
    expect(cursor.found.line).toBeNull()
  })

  it('goes to the next line that has a row, and only to the last one that was asked for', async () => {
    const rows = everySecondLine()
    const { view, cursor, arrivals } = cursorOn(filtered, rows)
    const first = cursor.goToLine(lineNumber(301))
    const second = cursor.goToLine(lineNumber(701))
    rows.answer()
    rows.answer()
    await Promise.all([first, second])
    expect(arrivals).toEqual([702])
    expect(cursor.selection.current).toEqual({ anchor: 351, active: 351 })
    expect(view.lines()).toEqual({ from: 694, to: 713 })
  })

  it('stays on the active line while rows above it grow', () => {
    const heights = { tall: false }
    const heightOf = (row: Row | undefined) => (heights.tall && lineOf(row) < 1000 ? 30 : 1)
    const { cursor } = cursorOn(lines, everySecondLine(), heightOf)
    cursor.placeRow(500, 100, true)
    cursor.resize(() => {
      heights.tall = true
      return { height: 200, rowHeight: 20 }
    })
    expect(cursor.place).toMatchObject({ row: 500, y: expect.closeTo(100, 6), active: true })
  })

  it('reads at most so many of the selected rows', async () => {
    const { cursor } = cursorOn(lines, everySecondLine())
    expect(await cursor.readSelection(3)).toEqual([])
    cursor.selectAll()
    expect((await cursor.readSelection(3))?.map(({ text }) => text)).toEqual([
      'line 0',
      'line 2',
      'line 4',
    ])
  })
})
