import { BLOCK_BYTES } from './block'
import { lineEnd } from './find-newlines'
import { levelOfLine } from './level-of-line'
import { NONE } from './level-word'

/**
 * Adds the lines of `[from, to)` to the 32-bit counts at `counts`: a row of one count per level for
 * each block, the first of which begins at `origin`. A line counts where it starts.
 */
export function countLevelsPerBlock(
  from: usize,
  to: usize,
  origin: usize,
  utf8: bool,
  scratch: usize,
  counts: usize,
): void {
  let at = from
  while (at < to) {
    const end = lineEnd(at, to)
    const level = levelOfLine(at, end, utf8, scratch)
    const block = (at - origin) / BLOCK_BYTES
    const cell = counts + ((block * (NONE + 1) + level) << 2)
    store<u32>(cell, load<u32>(cell) + 1)
    at = end
  }
}
