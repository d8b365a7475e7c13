import type { PlacedBookmark } from './bookmarks.ts'

/**
 * The nearest bookmark after `line` (before it with `by` -1), and from the other end where there is
 * none; null without bookmarks. `marks` are in the order of their lines; a `line` of null is before
 * the first one and after the last.
 */
export function nextBookmark(
  marks: readonly PlacedBookmark[],
  line: number | null,
  by: 1 | -1,
): PlacedBookmark | null {
  const found = marks.filter(({ place }) => place === 'sure')
  const beyond = (mark: PlacedBookmark) =>
    line !== null && (by === 1 ? mark.line > line : mark.line < line)
  const next = by === 1 ? found.find(beyond) : found.findLast(beyond)
  return next ?? found.at(by === 1 ? 0 : -1) ?? null
}
