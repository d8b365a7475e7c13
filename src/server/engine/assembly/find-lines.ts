import { find } from './find-literal'
import { lastNewlineEnd, lineEnd } from './find-newlines'

/**
 * Stores the lines of `[from, to)` that have the needle, at most `max`: where each starts, where it
 * ends and where the needle stands first, less `base`, in three arrays of 32-bit numbers. Answers how
 * many; a line is not looked at any further after its first hit.
 */
export function findLines(
  from: usize,
  to: usize,
  base: usize,
  needle: usize,
  fold: usize,
  length: usize,
  first: usize,
  second: usize,
  starts: usize,
  ends: usize,
  hits: usize,
  max: u32,
): u32 {
  let count: u32 = 0
  let at = from
  while (at < to && count < max) {
    const hit = find(at, to, needle, fold, length, first, second)
    if (hit === -1) break
    const before = lastNewlineEnd(at, hit)
    const cell = count << 2
    store<u32>(starts + cell, (before === -1 ? at : <usize>before) - base)
    store<u32>(hits + cell, <usize>hit - base)
    at = lineEnd(hit, to)
    store<u32>(ends + cell, at - base)
    count++
  }
  return count
}
