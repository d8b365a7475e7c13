const ESC: u32 = 0x1b

/**
 * Copies `[from, to)` without its colour sequences (`ESC [ digits ; : m`) to `target`, `max` bytes at
 * most. Answers where the copy ends.
 *
 * The text is UTF-8 unless `utf8` is false. Halves of a character on both sides of a sequence stay
 * two wrong ones, as they are when the text is decoded first: the second half is made an FF.
 */
export function dropColours(from: usize, to: usize, target: usize, max: usize, utf8: bool): usize {
  const end = target + max
  let out = target
  let at = from
  let joins = false
  while (at < to && out < end) {
    const byte: u32 = load<u8>(at)
    if (byte === ESC) {
      const after = endOfColour(at, to)
      if (after !== 0) {
        at = after
        joins = utf8
        continue
      }
    }
    store<u8>(out++, joins && (byte & 0xc0) === 0x80 ? 0xff : byte)
    joins = false
    at++
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
