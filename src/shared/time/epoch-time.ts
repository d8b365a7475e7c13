import {
  type ByteCursor,
  isDigit,
  isLetter,
  peek,
  take,
  takeDigits,
  takeThousandths,
} from './byte-cursor.ts'

const POINT = 0x2e

/** Later years than 2100 are no times but other large numbers. In seconds. */
const MAX_SECONDS = 4_102_444_800

/**
 * Takes a number since 1970 whose unit its digits tell: 10 are seconds, 13 milliseconds, 16
 * microseconds, 19 nanoseconds (so it begins in September 2001). A fraction may follow.
 */
export function takeEpochTime(cursor: ByteCursor): number {
  const start = cursor.at
  let digits = 0
  while (isDigit(cursor.bytes[start + digits] ?? 0) && start + digits < cursor.to) digits += 1
  if (digits !== 10 && digits !== 13 && digits !== 16 && digits !== 19) return Number.NaN
  const seconds = takeDigits(cursor, 10)
  if (seconds < 1e9 || seconds > MAX_SECONDS) return Number.NaN
  const thousandths = takeThousandths(cursor)
  if (take(cursor, POINT) && !isDigit(peek(cursor))) return Number.NaN
  const fraction = takeThousandths(cursor)
  if (isLetter(peek(cursor))) return Number.NaN
  return seconds * 1000 + (digits === 10 ? fraction : thousandths)
}
