import type { marks as english } from '../en/marks.ts'
import type { Translated } from '../translated.ts'

/** Bookmarks, copying and saving. */
export const marks: Translated<typeof english> = {}
