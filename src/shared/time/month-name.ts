import type { ByteCursor } from './byte-cursor.ts'

const NAMES = 'janfebmaraprmayjunjulaugsepoctnovdec'

/** The names as three small letters in one number each. */
const MONTHS = new Map(
  Array.from({ length: 12 }, (_, month) => [
    pack(
      NAMES.charCodeAt(month * 3),
      NAMES.charCodeAt(month * 3 + 1),
      NAMES.charCodeAt(month * 3 + 2),
    ),
    month + 1,
  ]),
)

/** Takes the first three letters of an English month, in any case: 1 to 12; 0 when there is none. */
export function takeMonthName(cursor: ByteCursor): number {
  const { bytes, at } = cursor
  if (at + 3 > cursor.to) return 0
  const packed = pack(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0)
  const month = MONTHS.get(packed) ?? 0
  if (month !== 0) cursor.at = at + 3
  return month
}

function pack(first: number, second: number, third: number): number {
  return ((first | 0x20) << 16) | ((second | 0x20) << 8) | third | 0x20
}
