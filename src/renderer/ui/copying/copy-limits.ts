/** Bytes that one copy takes at most: more text makes the programs hang into which it is pasted. */
export const MAX_COPIED_BYTES = 8 * 1024 * 1024
