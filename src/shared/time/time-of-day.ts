import { type ByteCursor, isDigit, peek, take, takeDigits, takeThousandths } from './byte-cursor.ts'

const COLON = 0x3a
const COMMA = 0x2c
const POINT = 0x2e

/**
 * Takes `HH:mm`, `HH:mm:ss` or `HH:mm:ss` with a fraction after a point or a comma, and answers the
 * milliseconds since midnight; NaN when it is not there. A leap second (60) is taken as it is written.
 */
export function takeTimeOfDay(cursor: ByteCursor): number {
  const hours = takeDigits(cursor, 2)
  if (hours < 0 || hours > 23 || !take(cursor, COLON)) return Number.NaN
  const minutes = takeDigits(cursor, 2)
  if (minutes < 0 || minutes > 59) return Number.NaN
  const minute = (hours * 60 + minutes) * 60_000
  if (!take(cursor, COLON)) return isDigit(peek(cursor)) ? Number.NaN : minute
  const seconds = takeDigits(cursor, 2)
  if (seconds < 0 || seconds > 60 || isDigit(peek(cursor))) return Number.NaN
  const mark = peek(cursor)
  if ((mark !== POINT && mark !== COMMA) || !isDigit(cursor.bytes[cursor.at + 1] ?? 0)) {
    return minute + seconds * 1000
  }
  cursor.at += 1
  return minute + seconds * 1000 + takeThousandths(cursor)
}
