import { BLOCK_BYTES } from '../block-index.ts'

/**
 * How many blocks the lines or bytes of `[from, to)` lie in, when the block of `from` begins at
 * `origin`; a RangeError when it cannot begin there.
 */
export function blockSpan(from: number, to: number, origin: number): number {
  if (!(origin <= from && from < origin + BLOCK_BYTES)) {
    throw new RangeError(
      `A block that holds ${from} does not begin at ${origin}: give a position at most ${BLOCK_BYTES - 1} before it.`,
    )
  }
  return from === to ? 0 : Math.ceil((to - origin) / BLOCK_BYTES)
}
