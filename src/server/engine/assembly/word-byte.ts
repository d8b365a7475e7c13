/** Whether a byte is one of `\w`: a letter, a digit or `_`. Bytes above 7F are none, as in a RegExp. */
export function isWordByte(byte: u32): bool {
  const lower = byte | 0x20
  return lower - 0x61 < 26 || byte - 0x30 < 10 || byte === 0x5f
}

/** Whether what stands before `at` is no part of a word, in a text that begins at `from`. */
export function isWordStart(at: usize, from: usize): bool {
  return at === from || !isWordByte(load<u8>(at - 1))
}
