/** A bit for each of the sixteen bytes at `at` that is an ASCII letter. */
export function lettersAt(at: usize): u32 {
  const small = v128.or(v128.load(at), i8x16.splat(0x20))
  return i8x16.bitmask(i8x16.lt_u(i8x16.sub(small, i8x16.splat(0x61)), i8x16.splat(26)))
}
