/**
 * What one copy takes at most. More than some megabytes of text makes the programs hang into which it
 * is pasted, and 10 000 lines nobody reads in a message: such an amount belongs into a file.
 */
export const MAX_COPIED_LINES = 10_000
export const MAX_COPIED_BYTES = 8 * 1024 * 1024
