import type { Tick } from '../../list/list-ticks.ts'
import type { PlacedBookmark } from './bookmarks.ts'

/** The places of bookmarks beside the scroll bar of lines `[first, end)`. */
export function bookmarkTicks(
  marks: readonly PlacedBookmark[],
  { first, end }: { readonly first: number; readonly end: number },
): readonly Tick[] {
  return marks
    .filter(({ line, place }) => place === 'sure' && line >= first && line < end)
    .map(({ line, color }) => ({
      at: (line - first) / Math.max(1, end - first - 1),
      className: `bookmark-tick bookmark-${color}`,
    }))
}
