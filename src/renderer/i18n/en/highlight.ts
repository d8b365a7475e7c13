/** Colours of parts of lines, and labels. */
export const highlight = {} as const
