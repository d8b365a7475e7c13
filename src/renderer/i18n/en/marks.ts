/** Bookmarks, copying and saving. */
export const marks = {} as const
