/** Filters, their sets and the levels. */
export const filters = {} as const
