/** Fields of a line, the details pane and columns. */
export const structure = {} as const
