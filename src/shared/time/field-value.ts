const QUOTE = 0x22
const COLON = 0x3a
const EQUALS = 0x3d
const BLANK = 0x20
const TAB = 0x09

/** Fields are looked for in the first KiB of a line: message and stack stand after the time mostly. */
export const MAX_FIELD_BYTES = 1024

/**
 * Where the value of the JSON field `key` begins, behind its quote if it has one, in `[at, to)`; -1
 * when there is none. A quote within a string has a backslash before it, so that no text of a message
 * is taken for the field.
 */
export function jsonValue(bytes: Uint8Array, at: number, to: number, key: Uint8Array): number {
  const last = to - key.length - 2
  for (let start = at; start < last; start++) {
    if (bytes[start] !== QUOTE || !isAt(bytes, start + 1, key)) continue
    if (bytes[start + 1 + key.length] !== QUOTE) continue
    const colon = passBlanks(bytes, start + 2 + key.length, to)
    if (bytes[colon] !== COLON) continue
    const value = passBlanks(bytes, colon + 1, to)
    if (value < to) return bytes[value] === QUOTE ? value + 1 : value
  }
  return -1
}

/** The same for logfmt: `key=value` or `key="value"`, at the start or after a blank. */
export function logfmtValue(bytes: Uint8Array, at: number, to: number, key: Uint8Array): number {
  const last = to - key.length - 1
  for (let start = at; start < last; start++) {
    if (bytes[start] !== key[0] || !isAt(bytes, start, key)) continue
    if (bytes[start + key.length] !== EQUALS) continue
    if (start > at && !isBlank(bytes[start - 1] ?? 0)) continue
    const value = start + key.length + 1
    return bytes[value] === QUOTE ? value + 1 : value
  }
  return -1
}

function isAt(bytes: Uint8Array, at: number, key: Uint8Array): boolean {
  for (let index = 0; index < key.length; index++) {
    if (bytes[at + index] !== key[index]) return false
  }
  return true
}

function passBlanks(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to && isBlank(bytes[at] ?? 0)) at += 1
  return at
}

function isBlank(code: number): boolean {
  return code === BLANK || code === TAB
}
