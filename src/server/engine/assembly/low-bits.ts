/** A mask of the lowest `n` bits; all 32 for 32 and more. */
export function lowBits(n: usize): u32 {
  return n >= 32 ? u32.MAX_VALUE : ((<u32>1) << (<u32>n)) - 1
}
