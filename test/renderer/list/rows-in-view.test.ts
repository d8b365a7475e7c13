import { describe, expect, it } from 'vitest'
import type { RowSource } from '../../../src/renderer/data/row-source.ts'
import { EMPTY_LIST, type ListModel } from '../../../src/renderer/list/list-model.ts'
import { RowsInView, type RowsInViewTarget } from '../../../src/renderer/list/rows-in-view.ts'
import { everySecondLine } from './every-second-line.ts'

const lines: ListModel = { ...EMPTY_LIST, log: 'app', end: 1000 }
const filtered: ListModel = { ...lines, view: 'v1' }

/** Ten rows high. */
function viewOf(
  model: ListModel,
  rows: RowSource,
  heights: RowsInViewTarget['layout']['heights'] = null,
) {
  const changes = { count: 0 }
  const view = new RowsInView(rows, {
    layout: { heights },
    onFollowChange: () => undefined,
    onChange: () => {
      changes.count += 1
    },
  })
  view.position.setModel(model)
  view.position.resize(() => ({ height: 200, rowHeight: 20 }))
  return { view, changes }
}

/** Rows that write down what is asked of them. */
function asked(tail = 0) {
  const wishes: string[] = []
  const loaded = new Set<() => void>()
  const rows: RowSource = {
    ...everySecondLine(tail),
    want: (from, to) => void wishes.push(`${from} to ${to}`),
    wantTail: () => void wishes.push('tail'),
    onLoaded: (listener) => {
      loaded.add(listener)
      return () => void loaded.delete(listener)
    },
  }
  return { rows, wishes, loaded }
}

describe('the rows in the view', () => {
  it('are lines themselves, or lines of which the source knows', () => {
    const { view } = viewOf(lines, everySecondLine())
    expect(view.lines()).toEqual({ from: 990, to: 1000 })
    view.position.setModel(filtered)
    expect(view.lines()).toEqual({ from: 1980, to: 1999 })
    expect(view.texts()).toHaveLength(10)
    expect(view.texts()[0]).toBe('line 1980')
  })

  it('have no lines while one of them is not here', () => {
    const rows = { ...everySecondLine(), peek: () => undefined }
    expect(viewOf(filtered, rows).view.lines()).toBeNull()
  })

  it('are found under the pointer, as tall as they are', () => {
    const { view } = viewOf(lines, everySecondLine(), {
      of: (row) => (row?.line === 1002 ? 4 : 1),
      ofText: () => 1,
    })
    view.position.place(500, 0)
    expect([5, 25, 99, 105].map((y) => view.rowAt(y))).toEqual([500, 501, 501, 502])
  })

  it('do not have the unfinished line under the pointer: it has no number', () => {
    const { view } = viewOf({ ...lines, partial: 'half' }, everySecondLine())
    expect([175, 185].map((y) => view.rowAt(y))).toEqual([999, null])
  })

  it('measure the unfinished line by its text', () => {
    const heights = { of: () => 1, ofText: (text: string) => text.length }
    const { view } = viewOf({ ...lines, partial: 'four' }, everySecondLine(), heights)
    expect(view.position.visibleRows).toEqual({ from: 994, to: 1001 })
    const other = { ...lines, log: 'other', end: 2000, follow: false, partial: 'seven..' }
    view.position.setModel(other)
    expect(view.position.visibleRows).toEqual({ from: 1997, to: 2001 })
  })

  it('are wanted with a page on either side, as far as there are rows', () => {
    const { rows, wishes } = asked()
    const { view } = viewOf(lines, rows)
    view.want({ from: 500, to: 510 })
    view.want({ from: 3, to: 13 })
    view.want(view.position.visibleRows)
    expect(wishes).toEqual(['490 to 520', '0 to 23', '980 to 1000'])
  })

  it('are those of the tail, without numbers, while lines are counted', () => {
    const { view } = viewOf({ ...lines, end: 0, indexing: true }, everySecondLine(50))
    expect(view.position.enterPreview()).toBe(true)
    expect(view.position.isPreview).toBe(true)
    expect(view.rowAt(10)).toBeNull()
    expect(view.lines()).toBeNull()
    expect(view.texts()).toEqual([])
    expect(view.peek(49)).toMatchObject({ line: null })
    view.position.moveBy(-10)
    view.position.setModel({ ...lines, follow: false })
    expect(view.position.isPreview).toBe(false)
    expect(view.lines()).toEqual({ from: 980, to: 990 })
  })

  it('are others from one moment to the next, and those before say nothing more', () => {
    const [before, after] = [asked(), asked()]
    const { view, changes } = viewOf(filtered, before.rows)
    const { count } = changes
    view.exchange(after.rows)
    expect([before.loaded.size, after.loaded.size]).toEqual([0, 1])
    for (const listener of after.loaded) listener()
    expect(changes.count).toBe(count + 1)
    view.close()
    expect(after.loaded.size).toBe(0)
  })
})
