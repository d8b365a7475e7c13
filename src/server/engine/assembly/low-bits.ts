/** A mask of the lowest `n` bits; all 32 for 32 and more. */
export function lowBits(n: usize): u32 {
  return n >= 32 ? u32.MAX_VALUE : ((<u32>1) << (<u32>n)) - 1
}

/** A mask of the lowest `n` bits of 64; all for 64 and more. */
export function lowBits64(n: usize): u64 {
  return n >= 64 ? u64.MAX_VALUE : ((<u64>1) << (<u64>n)) - 1
}
