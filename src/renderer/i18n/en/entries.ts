/** Entries that fold. */
export const entries = {} as const
