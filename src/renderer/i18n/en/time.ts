/** The histogram, times and elapsed time. */
export const time = {} as const
