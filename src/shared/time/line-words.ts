const ESCAPE = 0x1b
const SMALL_M = 0x6d

/** A time stands among the first words of a line, in bytes. */
export const MAX_PREFIX_BYTES = 256

/** What stands between the words of a prefix: blanks, brackets, bars, quotes and the like. */
const SEPARATES = new Uint8Array(256)
for (const char of ' \t[](){}<>|,;"\'\x1b') SEPARATES[char.charCodeAt(0)] = 1

/**
 * Where word number `wanted` begins among the first {@link MAX_PREFIX_BYTES} of a line, counted from
 * 0; -1 when there are fewer. Colour sequences are passed over.
 */
export function wordStart(bytes: Uint8Array, from: number, to: number, wanted: number): number {
  const limit = Math.min(to, from + MAX_PREFIX_BYTES)
  let at = from
  for (let word = 0; ; word++) {
    while (at < limit && SEPARATES[bytes[at] ?? 0] === 1) {
      at = bytes[at] === ESCAPE ? colourEnd(bytes, at, limit) : at + 1
    }
    if (at >= limit) return -1
    if (word === wanted) return at
    while (at < limit && SEPARATES[bytes[at] ?? 0] === 0) at += 1
  }
}

/** After a sequence such as `ESC [ 3 2 m`, of which at most 16 bytes are looked at. */
function colourEnd(bytes: Uint8Array, at: number, limit: number): number {
  const last = Math.min(limit, at + 16)
  for (let end = at + 1; end < last; end++) if (bytes[end] === SMALL_M) return end + 1
  return at + 1
}
