import { z } from 'zod'
import { markColor } from './mark-color.ts'
import { MAX_START_LENGTH } from './searchable-start.ts'

/** Characters of a note at most: two sentences. */
export const MAX_NOTE_LENGTH = 200

/**
 * Bookmarks of one log at most: with the longest notes and starts they stay under the quarter of a
 * million characters that the page keeps under one key.
 */
export const MAX_BOOKMARKS = 200

/** A line that the user wants to find again, told by what it says rather than by where it stands. */
export const bookmark = z.object({
  id: z.string().min(1).max(40),
  /** Its number when it was last found, counted from 0. */
  line: z.number().int().nonnegative(),
  /** Tells its text from others, see line-print.ts. */
  print: z.string().max(40),
  /** A run of its text, to search for and to show; empty for a line without one. */
  start: z.string().max(MAX_START_LENGTH),
  color: markColor,
  note: z.string().max(MAX_NOTE_LENGTH),
})
export type Bookmark = z.infer<typeof bookmark>

/** The bookmarks of one log, as they are kept. */
export const keptBookmarks = z.array(bookmark).max(MAX_BOOKMARKS)
