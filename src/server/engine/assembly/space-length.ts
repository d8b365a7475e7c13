/**
 * Bytes of the character at `at` when it is white space as `\s` of a RegExp has it (ECMA-262:
 * WhiteSpace and LineTerminator), else 0. The text ends at `to`.
 */
export function spaceLength(at: usize, to: usize, utf8: bool): usize {
  if (at >= to) return 0
  const byte: u32 = load<u8>(at)
  // Not the line feed: it is in no line, and ends one whose end is not known yet.
  if (byte === 0x20 || byte === 0x09 || byte - 0x0b < 3) return 1
  if (byte < 0x80) return 0
  if (!utf8) return byte === 0xa0 ? 1 : 0
  if (byte === 0xc2) return to - at >= 2 && load<u8>(at, 1) === 0xa0 ? 2 : 0
  if (to - at < 3) return 0
  const rest: u32 = ((<u32>load<u8>(at, 1)) << 8) | load<u8>(at, 2)
  switch (byte) {
    case 0xe1: // U+1680
      return rest === 0x9a80 ? 3 : 0
    case 0xe2: // U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F
      return rest - 0x8080 < 11 || rest - 0x80a8 < 2 || rest === 0x80af || rest === 0x819f ? 3 : 0
    case 0xe3: // U+3000
      return rest === 0x8080 ? 3 : 0
    case 0xef: // U+FEFF
      return rest === 0xbbbf ? 3 : 0
    default:
      return 0
  }
}
