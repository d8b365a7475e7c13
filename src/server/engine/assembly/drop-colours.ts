const ESC: u8 = 0x1b

/**
 * Copies `[from, to)` without its colour sequences (`ESC [ digits ; : m`) to `target`, `max` bytes at
 * most. Answers where the copy ends; 16 bytes behind that may be written too.
 *
 * The text is UTF-8 unless `utf8` is false. Halves of a character on both sides of a sequence stay
 * two wrong ones, as they are when the text is decoded first: the second half is made an FF.
 */
export function dropColours(from: usize, to: usize, target: usize, max: usize, utf8: bool): usize {
  const end = target + max
  let out = target
  let at = from
  while (at < to && out < end) {
    const bytes = v128.load(at)
    const escapes = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(ESC)))
    // All sixteen are written; those that do not belong there are written over or lie behind the end.
    v128.store(out, bytes)
    const plain: usize = min(min<usize>(escapes === 0 ? 16 : ctz(escapes), to - at), end - out)
    out += plain
    at += plain
    if (plain > 0) continue
    const after = endOfColour(at, to)
    if (after === 0) {
      out++
      at++
      continue
    }
    at = after
    if (utf8 && at < to && (load<u8>(at) & 0xc0) === 0x80 && out < end) {
      store<u8>(out++, 0xff)
      at++
    }
  }
  return out
}

/** Where the colour sequence ends that begins at `esc`; 0 when none does. */
function endOfColour(esc: usize, to: usize): usize {
  let at = esc + 1
  if (at >= to || load<u8>(at) !== 0x5b) return 0
  // 0 to 9, `:` and `;` follow each other.
  do at++
  while (at < to && <u32>load<u8>(at) - 0x30 < 12)
  return at < to && load<u8>(at) === 0x6d ? at + 1 : 0
}
