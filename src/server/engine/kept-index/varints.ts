/**
 * Whole numbers of up to 32 bits in as few bytes as they need: seven bits each, lowest first, with the
 * eighth set on all but the last (LEB128). Newlines per block need two where flat numbers need four.
 */
export function encodeVarints(numbers: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * MAX_VARINT_BYTES)
  let at = 0
  for (const number of numbers) {
    let rest = number
    for (; rest >= 0x80; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80
    bytes[at++] = rest
  }
  return bytes.slice(0, at)
}

/** 32 bits in sevens. */
const MAX_VARINT_BYTES = 5

/** Exactly `count` numbers; null when the bytes are no such row of them. */
export function decodeVarints(bytes: Uint8Array, count: number): Uint32Array | null {
  if (count > bytes.length) return null
  const numbers = new Uint32Array(count)
  let at = 0
  for (let n = 0; n < count; n++) {
    let number = 0
    let factor = 1
    for (let length = 1; ; length++) {
      const byte = bytes[at++]
      if (byte === undefined || length > MAX_VARINT_BYTES) return null
      number += (byte & 0x7f) * factor
      if (byte < 0x80) break
      factor *= 0x80
    }
    if (number > 0xffff_ffff) return null
    numbers[n] = number
  }
  return at === bytes.length ? numbers : null
}
