import { useCopyKey } from '../copying/use-copy-key.ts'
import { useBookmarkSigns } from './use-bookmark-signs.ts'

/** What bookmarks and copying do on the page beside their commands. */
export function useMarks(): void {
  useBookmarkSigns()
  useCopyKey()
}
