import { describe, expect, it } from 'vitest'
import type { Row, RowSource } from '../../../src/renderer/data/row-source.ts'
import { ListCursor } from '../../../src/renderer/list/list-cursor.ts'
import { EMPTY_LIST, type ListModel } from '../../../src/renderer/list/list-model.ts'
import { lineNumber } from '../../../src/shared/line-number.ts'

/** Every second line of a log is a row, but `tail` rows at its end while it is indexed. */
function everySecondLine(tail = 0): RowSource & { answer(): void } {
  const waiting: (() => void)[] = []
  const rowAt = (row: number): Row => {
    return { line: row * 2, text: `line ${row * 2}`, bytes: 8, cut: false }
  }
  return {
    peek: rowAt,
    want: () => undefined,
    peekTail: () => Array.from({ length: tail }, () => ({ ...rowAt(0), line: null })),
    wantTail: () => undefined,
    read: async (from, to) => Array.from({ length: to - from }, (_, at) => rowAt(from + at)),
    rowOf: (line) =>
      new Promise((resolve) => {
        waiting.push(() => resolve(Math.ceil(line / 2)))
      }),
    onLoaded: () => () => undefined,
    answer: () => waiting.shift()?.(),
  }
}

const filtered: ListModel = {
  ...EMPTY_LIST,
  log: 'app',
  view: 'v1',
  end: 1000,
  follow: true,
}
const lines: ListModel = { ...filtered, view: null }

function cursorOn(model: ListModel, rows: RowSource, heightOf?: (row: number) => number) {
  const follows: boolean[] = []
  const arrivals: number[] = []
  const cursor = new ListCursor(
    {
      rows,
      heightOf,
      onFollowChange: (follow) => void follows.push(follow),
      onChange: () => undefined,
      onArrival: (row) => void arrivals.push(row),
    },
    new AbortController().signal,
  )
  cursor.setModel(model)
  cursor.resize(() => ({ height: 200, rowHeight: 20 }))
  return { cursor, follows, arrivals }
}

describe('the reader of a list', () => {
  it('is at the end until he goes somewhere', () => {
    const { cursor, follows } = cursorOn(lines, everySecondLine())
    expect(cursor.place).toEqual({ kind: 'end' })
    cursor.position.moveBy(-3)
    expect(follows).toEqual([false])
    expect(cursor.place).toMatchObject({ kind: 'row', row: 987, active: false })
    cursor.position.moveBy(3)
    expect(follows).toEqual([false, true])
  })

  it('goes to a line in the middle of the view, and has it selected', async () => {
    const { cursor, arrivals } = cursorOn(lines, everySecondLine())
    await cursor.goToLine(lineNumber(500))
    expect(arrivals).toEqual([500])
    expect(cursor.selection.activeLine).toBe(500)
    expect(cursor.place).toMatchObject({ row: 500, y: 80, active: true })
  })

  it('goes to the next line that has a row, and only to the last one that was asked for', async () => {
    const rows = everySecondLine()
    const { cursor, arrivals } = cursorOn(filtered, rows)
    const first = cursor.goToLine(lineNumber(301))
    const second = cursor.goToLine(lineNumber(701))
    rows.answer()
    rows.answer()
    await Promise.all([first, second])
    expect(arrivals).toEqual([351])
    expect(cursor.selection.activeLine).toBe(702)
    expect(cursor.linesInView()).toEqual({ from: 694, to: 713 })
  })

  it('stays on the active line while rows above it grow', () => {
    const heights = { tall: false }
    const heightOf = (row: number) => (heights.tall && row < 500 ? 30 : 1)
    const { cursor } = cursorOn(lines, everySecondLine(), heightOf)
    cursor.placeRow(500, 100, true)
    cursor.resize(() => {
      heights.tall = true
      return { height: 200, rowHeight: 20 }
    })
    expect(cursor.place).toMatchObject({ row: 500, y: expect.closeTo(100, 6), active: true })
  })

  it('finds the row under the pointer among rows of any height', () => {
    const { cursor } = cursorOn(lines, everySecondLine(), (row) => (row === 501 ? 4 : 1))
    cursor.placeRow(500, 0, false)
    expect([5, 25, 99, 105].map((y) => cursor.rowAt(y))).toEqual([500, 501, 501, 502])
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

  it('reads the tail without numbers while lines are counted, and goes on from there', () => {
    const { cursor } = cursorOn({ ...lines, end: 0, indexing: true }, everySecondLine(50))
    expect(cursor.position.enterPreview()).toBe(true)
    expect(cursor.position.isPreview).toBe(true)
    expect(cursor.rowAt(10)).toBeNull()
    cursor.position.moveBy(-10)
    cursor.setModel({ ...lines, follow: false, end: 1000 })
    expect(cursor.position.isPreview).toBe(false)
    expect(cursor.place).toMatchObject({ kind: 'row', row: 980 })
  })
})
