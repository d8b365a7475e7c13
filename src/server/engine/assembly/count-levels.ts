import { BLOCK_BYTES } from './block'
import { endAndLevel, endOf, levelIn } from './end-and-level'
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
    const line = endAndLevel(at, to, utf8, scratch)
    const block = (at - origin) / BLOCK_BYTES
    const cell = counts + ((block * (NONE + 1) + levelIn(line)) << 2)
    store<u32>(cell, load<u32>(cell) + 1)
    at = endOf(line)
  }
}
