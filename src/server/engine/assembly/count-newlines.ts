import { BLOCK_BYTES } from './block'
import { lowBits } from './low-bits'

/** Rounds after which a lane of eight bits may be full. */
const MAX_ROUNDS: usize = 255

/** How many bytes 0A `[from, to)` has. */
export function countNewlines(from: usize, to: usize): u32 {
  const newline = i8x16.splat(0x0a)
  let count: u32 = 0
  let at = from
  while (to - at >= 64) {
    const rounds = min((to - at) / 64, MAX_ROUNDS)
    const end = at + rounds * 64
    // A comparison gives -1 in each lane that is equal. Four sums, so that none waits for another.
    let a = i8x16.splat(0)
    let b = i8x16.splat(0)
    let c = i8x16.splat(0)
    let d = i8x16.splat(0)
    for (; at < end; at += 64) {
      a = i8x16.sub(a, i8x16.eq(v128.load(at), newline))
      b = i8x16.sub(b, i8x16.eq(v128.load(at, 16), newline))
      c = i8x16.sub(c, i8x16.eq(v128.load(at, 32), newline))
      d = i8x16.sub(d, i8x16.eq(v128.load(at, 48), newline))
    }
    count += sumLanes(a) + sumLanes(b) + sumLanes(c) + sumLanes(d)
  }
  for (; at < to; at += 16) {
    const bits = i8x16.bitmask(i8x16.eq(v128.load(at), newline))
    count += popcnt(bits & lowBits(to - at))
  }
  return count
}

/**
 * The same for each block that `[from, to)` touches, as 32-bit counts at `counts`; the first block
 * begins at `origin`, at most a block before `from`.
 */
export function countNewlinesPerBlock(from: usize, to: usize, origin: usize, counts: usize): void {
  let at = from
  let blockEnd = origin + BLOCK_BYTES
  for (let cell = counts; at < to; cell += 4) {
    const end = min(to, blockEnd)
    store<u32>(cell, countNewlines(at, end))
    at = end
    blockEnd += BLOCK_BYTES
  }
}

function sumLanes(bytes: v128): u32 {
  const pairs = i16x8.extadd_pairwise_i8x16_u(bytes)
  const quads = i32x4.extadd_pairwise_i16x8_u(pairs)
  return (
    i32x4.extract_lane(quads, 0) +
    i32x4.extract_lane(quads, 1) +
    i32x4.extract_lane(quads, 2) +
    i32x4.extract_lane(quads, 3)
  )
}
