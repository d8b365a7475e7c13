import { type ByteCursor, isDigit, isLetter, peek, take, takeDigits } from './byte-cursor.ts'

const BLANK = 0x20
const COLON = 0x3a
const PLUS = 0x2b
const MINUS = 0x2d
const CAPITAL_Z = 0x5a

/** The farthest zones are +14:00 and -12:00 (IANA time zone database). */
const MAX_ZONE_HOURS = 14

/**
 * Takes `Z`, `+hh`, `+hhmm`, `+hh:mm` or, after a blank, one of `Z`, `UTC`, `GMT`, `+hhmm` and
 * `+hh:mm`, and answers minutes east of UTC. NaN, with the cursor where it was, when there is none:
 * other abbreviations have more than one meaning and are passed over.
 */
export function takeZone(cursor: ByteCursor): number {
  const start = cursor.at
  const apart = take(cursor, BLANK)
  const minutes = zoneAt(cursor, apart)
  if (Number.isNaN(minutes)) cursor.at = start
  return minutes
}

function zoneAt(cursor: ByteCursor, apart: boolean): number {
  const first = peek(cursor)
  if (first === CAPITAL_Z) {
    cursor.at += 1
    return isLetter(peek(cursor)) ? Number.NaN : 0
  }
  if (first === PLUS || first === MINUS) {
    cursor.at += 1
    const minutes = offsetAt(cursor, apart)
    return first === MINUS && minutes !== 0 ? -minutes : minutes
  }
  return isWord(cursor, 'UTC') || isWord(cursor, 'GMT') ? 0 : Number.NaN
}

/** A sign after a blank may also begin a number of the message: there the minutes must stand too. */
function offsetAt(cursor: ByteCursor, wholeOnly: boolean): number {
  const hours = takeDigits(cursor, 2)
  if (hours < 0 || hours > MAX_ZONE_HOURS) return Number.NaN
  const colon = take(cursor, COLON)
  const minutes = takeDigits(cursor, 2)
  if (minutes === -1 && (colon || wholeOnly || isDigit(peek(cursor)))) return Number.NaN
  if (minutes > 59 || isDigit(peek(cursor))) return Number.NaN
  return hours * 60 + Math.max(0, minutes)
}

function isWord(cursor: ByteCursor, word: string): boolean {
  const { bytes, at } = cursor
  if (at + word.length > cursor.to) return false
  for (let letter = 0; letter < word.length; letter++) {
    if (bytes[at + letter] !== word.charCodeAt(letter)) return false
  }
  if (isLetter(bytes[at + word.length] ?? 0) && at + word.length < cursor.to) return false
  cursor.at = at + word.length
  return true
}
