import type { Encoding } from '../../../shared/encoding.ts'
import type { LinePrefix } from '../../../shared/time/time-place.ts'
import { newlineUnit } from '../line-ending.ts'

/** How much of a line is looked at, in characters: its prefix and its first fields. */
export const MAX_PREFIX_UNITS = 1024

/** What stands for a character that is no ASCII: nothing that a time or a level is made of. */
const OTHER = 0xff

/**
 * Answers the beginning of the line at `[from, to)` without byte order mark and hole, at most
 * {@link MAX_PREFIX_UNITS} characters; UTF-16 is narrowed to a byte each. Its bytes may be those of
 * the chunk itself. The answer is overwritten by the next one.
 */
export function createPrefixReader(
  encoding: Encoding,
): (bytes: Uint8Array, from: number, to: number) => LinePrefix {
  const prefix: LinePrefix = { bytes: new Uint8Array(0), from: 0, to: 0 }
  if (newlineUnit(encoding) === 1) {
    return (bytes, from, to) => {
      prefix.bytes = bytes
      prefix.from = textStart(bytes, from, to)
      prefix.to = Math.min(to, prefix.from + MAX_PREFIX_UNITS)
      return prefix
    }
  }
  const low = encoding === 'utf-16le' ? 0 : 1
  const narrow = new Uint8Array(MAX_PREFIX_UNITS)
  prefix.bytes = narrow
  return (bytes, from, to) => {
    let start = from
    while (start + 1 < to && isEmptyUnit(bytes, start, low)) start += 2
    const units = Math.max(0, Math.min(MAX_PREFIX_UNITS, (to - start) >> 1))
    for (let unit = 0; unit < units; unit++) {
      const code = bytes[start + 2 * unit + low] ?? 0
      const high = bytes[start + 2 * unit + 1 - low] ?? 0
      narrow[unit] = high === 0 && code < 0x80 ? code : OTHER
    }
    prefix.to = units
    return prefix
  }
}

/** After the byte order mark of UTF-8 and the NULs of a hole. */
function textStart(bytes: Uint8Array, from: number, to: number): number {
  const first = bytes[from]
  if (first !== 0xef && first !== 0) return from
  let at = first === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf ? from + 3 : from
  while (at < to && bytes[at] === 0) at += 1
  return Math.min(at, to)
}

/** A NUL or the byte order mark. */
function isEmptyUnit(bytes: Uint8Array, at: number, low: number): boolean {
  const code = bytes[at + low]
  const high = bytes[at + 1 - low]
  return (code === 0 && high === 0) || (code === 0xff && high === 0xfe)
}
