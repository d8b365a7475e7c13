import { lowBits } from './low-bits'

/** The address after the first line feed of `[from, to)`; `to` when there is none. */
export function lineEnd(from: usize, to: usize): usize {
  for (let at = from; at < to; at += 16) {
    const bits = newlinesAt(at)
    if (bits !== 0) return min(at + ctz(bits) + 1, to)
  }
  return to
}

/** The address after the `n`-th line feed, `from` for none of them; -1 when there are fewer. */
export function afterNewlines(from: usize, to: usize, n: u32): i32 {
  let left = n
  if (left === 0) return <i32>from
  for (let at = from; at < to; at += 16) {
    let bits = newlinesAt(at) & lowBits(to - at)
    const count: u32 = popcnt(bits)
    if (count < left) {
      left -= count
      continue
    }
    for (; left > 1; left--) bits &= bits - 1
    return <i32>(at + ctz(bits) + 1)
  }
  return -1
}

/** The address after the last line feed; -1 when there is none. */
export function lastNewlineEnd(from: usize, to: usize): i32 {
  for (let end = to; end > from; end -= 16) {
    const at = end - 16
    const before = at < from ? from - at : 0
    const bits = newlinesAt(at) & ~lowBits(before)
    if (bits !== 0) return <i32>(at + 32 - clz(bits))
    if (before > 0) break
  }
  return -1
}

/**
 * Stores where the lines of `[from, to)` start and, behind them, where the last one ends: at most
 * `max` lines. Answers how many lines.
 */
export function lineStarts(from: usize, to: usize, base: usize, starts: usize, max: u32): u32 {
  store<u32>(starts, from - base)
  if (from === to) return 0
  let count: u32 = 0
  for (let at = from; at < to; at += 16) {
    let bits = newlinesAt(at) & lowBits(to - at)
    for (; bits !== 0; bits &= bits - 1) {
      const end = at + ctz(bits) + 1
      store<u32>(starts + (++count << 2), end - base)
      if (count === max) return count
      if (end === to) return count
    }
  }
  store<u32>(starts + (++count << 2), to - base)
  return count
}

/** A bit for each of the sixteen bytes at `at` that is a line feed. */
function newlinesAt(at: usize): u32 {
  return i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(0x0a)))
}
