/** Whether a byte is one of `\w`: a letter, a digit or `_`. Bytes above 7F are none, as in a RegExp. */
function isWordByte(byte: u32): bool {
  const lower = byte | 0x20
  return lower - 0x61 < 26 || byte - 0x30 < 10 || byte === 0x5f
}

/** Whether what stands before `at` is no part of a word, in a text that begins at `from`. */
export function isWordStart(at: usize, from: usize): bool {
  return at === from || !isWordByte(load<u8>(at - 1))
}

/** A bit for each of the sixteen bytes at `at` that is one of `\w`. */
export function wordBytesAt(at: usize): u32 {
  const bytes = v128.load(at)
  const lower = v128.or(bytes, i8x16.splat(0x20))
  const letters = i8x16.lt_u(i8x16.sub(lower, i8x16.splat(0x61)), i8x16.splat(26))
  const digits = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(10))
  const underscores = i8x16.eq(bytes, i8x16.splat(0x5f))
  return i8x16.bitmask(v128.or(v128.or(letters, digits), underscores))
}
