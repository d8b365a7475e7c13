/** Bytes of one block: BLOCK_BYTES of the index. */
export const BLOCK_BYTES: usize = 64 * 1024
