/**
 * A place in the bytes of a line that moves on as they are read. One is made per parser and used for
 * every line: a survey reads millions of them.
 */
export interface ByteCursor {
  bytes: Uint8Array
  at: number
  /** Nothing is read from here on. */
  to: number
}

const ZERO = 0x30

/** The byte at the cursor; -1 at the end. */
export function peek(cursor: ByteCursor): number {
  return cursor.at < cursor.to ? (cursor.bytes[cursor.at] ?? -1) : -1
}

/** Takes the byte `code` when it is next. */
export function take(cursor: ByteCursor, code: number): boolean {
  if (peek(cursor) !== code) return false
  cursor.at += 1
  return true
}

/** Takes exactly `count` digits and answers their value; -1 when they are not there. */
export function takeDigits(cursor: ByteCursor, count: number): number {
  const { bytes, at } = cursor
  if (at + count > cursor.to) return -1
  let value = 0
  for (let digit = at; digit < at + count; digit++) {
    const part = (bytes[digit] ?? 0) - ZERO
    if (part < 0 || part > 9) return -1
    value = value * 10 + part
  }
  cursor.at = at + count
  return value
}

/** Takes the digits of a fraction, as many as there are, and answers it in whole thousandths. */
export function takeThousandths(cursor: ByteCursor): number {
  let value = 0
  let digits = 0
  for (; isDigit(peek(cursor)); cursor.at++) {
    if (digits++ < 3) value = value * 10 + peek(cursor) - ZERO
  }
  return digits === 1 ? value * 100 : digits === 2 ? value * 10 : value
}

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9
}

/** ASCII letters. */
export function isLetter(code: number): boolean {
  const small = code | 0x20
  return small >= 0x61 && small <= 0x7a
}
