import { lowBits } from './low-bits'

/** 1 when no byte of `[from, to)` is above 7F, else 0. */
export function isAscii(from: usize, to: usize): bool {
  let at = from
  for (; to - at >= 64; at += 64) {
    const low = v128.or(v128.load(at), v128.load(at, 16))
    const high = v128.or(v128.load(at, 32), v128.load(at, 48))
    if (i8x16.bitmask(v128.or(low, high)) !== 0) return false
  }
  for (; at < to; at += 16) {
    if ((i8x16.bitmask(v128.load(at)) & lowBits(to - at)) !== 0) return false
  }
  return true
}
