/**
 * Bytes that become one character when UTF-8 is decoded: a whole sequence, or as much of a broken one
 * as becomes one U+FFFD ("maximal subpart", https://encoding.spec.whatwg.org/#utf-8-decoder). The
 * text ends at `to`.
 */
export function characterLength(at: usize, to: usize): usize {
  const lead: u32 = load<u8>(at)
  if (lead < 0xc2 || lead > 0xf4) return 1
  const wanted: usize = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  const most = min(wanted, to - at)
  // The second byte has narrower bounds behind some leads: no overlong forms, surrogates, or beyond U+10FFFF.
  const lowest: u32 = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const highest: u32 = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (most < 2 || load<u8>(at, 1) < lowest || load<u8>(at, 1) > highest) return 1
  let length: usize = 2
  while (length < most && (load<u8>(at + length) & 0xc0) === 0x80) length++
  return length
}
