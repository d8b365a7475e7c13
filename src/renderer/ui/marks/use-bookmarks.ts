import { useSyncExternalStore } from 'react'
import { usePage } from '../page/page-context.ts'
import type { MarkedLog, PlacedBookmark } from './bookmarks.ts'

/** The bookmarks of a log, kept current. */
export function useBookmarks(log: MarkedLog): readonly PlacedBookmark[] {
  const { bookmarks } = usePage()
  return useSyncExternalStore(bookmarks.subscribe, () => bookmarks.of(log))
}
