/** Searching and its results. */
export const search = {} as const
