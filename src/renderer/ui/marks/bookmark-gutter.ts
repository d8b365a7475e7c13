import type { Gutter } from '../../list/painter.ts'
import type { PlacedBookmark } from './bookmarks.ts'

/** The signs of bookmarks beside their lines. `labelOf` says what one is, for the tooltip. */
export function bookmarkGutter(
  marks: readonly PlacedBookmark[],
  labelOf: (mark: PlacedBookmark) => string,
): Gutter | null {
  const sure = marks.filter(({ place }) => place === 'sure')
  if (sure.length === 0) return null
  const notes = new Map(
    sure.map((mark) => [
      mark.line,
      { className: `bookmark-sign bookmark-${mark.color}`, label: labelOf(mark) },
    ]),
  )
  return {
    key: JSON.stringify([...notes].map(([line, { className, label }]) => [line, className, label])),
    noteOf: (line) => notes.get(line) ?? null,
  }
}
