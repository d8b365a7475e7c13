/**
 * Where the needle stands first in `[from, to)`; -1 when nowhere.
 *
 * `needle` and `fold` are arrays of `length` bytes, filled up to a multiple of 16. A byte of the text
 * is or-ed with its byte of `fold` and then equal or not: 20 takes both cases of a letter for the
 * lower one, 0 leaves the byte, FF in both arrays behind the needle lets any byte pass. Two of its
 * bytes, at the offsets `first` and `second`, are looked for at 64 places at once; the whole needle is
 * compared where both stand.
 */
export function find(
  from: usize,
  to: usize,
  needle: usize,
  fold: usize,
  length: usize,
  first: usize,
  second: usize,
): i32 {
  if (to - from < length) return -1
  const last = to - length
  const firstByte = v128.load8_splat(needle + first)
  const firstFold = v128.load8_splat(fold + first)
  const secondByte = v128.load8_splat(needle + second)
  const secondFold = v128.load8_splat(fold + second)
  for (let at = from; at <= last; at += 64) {
    const a = at + first
    const b = at + second
    const m0 = v128.and(
      i8x16.eq(v128.or(v128.load(a), firstFold), firstByte),
      i8x16.eq(v128.or(v128.load(b), secondFold), secondByte),
    )
    const m1 = v128.and(
      i8x16.eq(v128.or(v128.load(a, 16), firstFold), firstByte),
      i8x16.eq(v128.or(v128.load(b, 16), secondFold), secondByte),
    )
    const m2 = v128.and(
      i8x16.eq(v128.or(v128.load(a, 32), firstFold), firstByte),
      i8x16.eq(v128.or(v128.load(b, 32), secondFold), secondByte),
    )
    const m3 = v128.and(
      i8x16.eq(v128.or(v128.load(a, 48), firstFold), firstByte),
      i8x16.eq(v128.or(v128.load(b, 48), secondFold), secondByte),
    )
    if (!v128.any_true(v128.or(v128.or(m0, m1), v128.or(m2, m3)))) continue
    let places = bitsOf(m0) | (bitsOf(m1) << 16) | (bitsOf(m2) << 32) | (bitsOf(m3) << 48)
    for (; places !== 0; places &= places - 1) {
      const place = at + <usize>ctz(places)
      if (place > last) return -1
      if (standsAt(place, needle, fold, length)) return <i32>place
    }
  }
  return -1
}

function bitsOf(mask: v128): u64 {
  return <u64>(<u32>i8x16.bitmask(mask))
}

function standsAt(place: usize, needle: usize, fold: usize, length: usize): bool {
  for (let at: usize = 0; at < length; at += 16) {
    const text = v128.or(v128.load(place + at), v128.load(fold + at))
    if (v128.any_true(v128.xor(text, v128.load(needle + at)))) return false
  }
  return true
}
