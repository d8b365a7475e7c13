import { describe, expect, it } from 'vitest'
import { bookmarkGutter } from '../../../../src/renderer/ui/marks/bookmark-gutter.ts'
import { bookmarkTicks } from '../../../../src/renderer/ui/marks/bookmark-ticks.ts'
import type { BookmarkPlace, PlacedBookmark } from '../../../../src/renderer/ui/marks/bookmarks.ts'

function markAt(line: number, place: BookmarkPlace = 'sure', note = ''): PlacedBookmark {
  return { id: `${line}`, line, print: '', start: '', color: 'red', note, place }
}

describe('the signs of bookmarks', () => {
  it('stand beside the lines that were found', () => {
    const gutter = bookmarkGutter([markAt(3, 'sure', 'why'), markAt(4, 'lost')], ({ note }) => note)
    expect(gutter?.noteOf(3)).toEqual({ className: 'bookmark-sign bookmark-red', label: 'why' })
    expect(gutter?.noteOf(4)).toBeNull()
    expect(bookmarkGutter([markAt(4, 'unsure')], String)).toBeNull()
  })

  it('are drawn anew when one of them looks different, and only then', () => {
    const key = (...marks: PlacedBookmark[]) => bookmarkGutter(marks, ({ note }) => note)?.key
    expect(key(markAt(3))).toBe(key(markAt(3)))
    expect(new Set([key(markAt(3)), key(markAt(4)), key(markAt(3, 'sure', 'x'))]).size).toBe(3)
  })

  it('stand beside the scroll bar where their lines are among all lines', () => {
    const marks = [markAt(0), markAt(10), markAt(60), markAt(110), markAt(50, 'lost')]
    const ticks = bookmarkTicks(marks, { first: 10, end: 111 })
    expect(ticks.map(({ at }) => at)).toEqual([0, 0.5, 1])
    expect(bookmarkTicks([markAt(0)], { first: 0, end: 1 })[0]?.at).toBe(0)
  })
})
