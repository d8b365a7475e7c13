/*
 * The beginning of a line, which is all that differs between two repetitions of a block: date and
 * hour, always of the same width, so that a block is repeated by overwriting a few bytes of each line.
 */

/** The hour in which the first block of every data set lies. */
const FIRST_HOUR_MS = Date.UTC(2026, 0, 1)

const HOUR_MS = 3_600_000

/** `before` is the same in all repetitions. */
const STAMPS = {
  /** `2026-01-01T14`, as the first field of an object. */
  json: { before: '{"ts":"', text: (block: number) => iso(block) },
  /** `2026-01-01 14`, as log4j and logback write it. */
  log4j: { before: '', text: (block: number) => iso(block).replace('T', ' ') },
  /** `Jan  1 14`, RFC 3164: the day is padded with a space. */
  syslog: { before: '', text: (block: number) => rfc3164(block) },
  /** The number of the repetition, for lines that are too short for a time. */
  count: { before: '', text: (block: number) => String(block).padStart(5, '0') },
} as const

/** How a line writes its time. */
export type StampKind = keyof typeof STAMPS

/** All kinds in a fixed order, so that a small number can stand for one. */
export const STAMP_KINDS: readonly StampKind[] = ['json', 'log4j', 'syslog', 'count']

/** What stands before the stamp: the line's very first bytes, all ASCII. */
export function beforeStamp(kind: StampKind): string {
  return STAMPS[kind].before
}

/** The stamp in the repetition `block`, counted from 0; ASCII of the same length in each. */
export function stampText(kind: StampKind, block: number): string {
  return STAMPS[kind].text(block)
}

/** When the hour of a block begins, in ms since 1970. */
export function hourOf(block: number): number {
  return FIRST_HOUR_MS + block * HOUR_MS
}

function iso(block: number): string {
  return new Date(hourOf(block)).toISOString().slice(0, 13)
}

function rfc3164(block: number): string {
  const time = new Date(hourOf(block))
  const month = time.toLocaleString('en', { month: 'short', timeZone: 'UTC' })
  const day = String(time.getUTCDate()).padStart(2, ' ')
  return `${month} ${day} ${String(time.getUTCHours()).padStart(2, '0')}`
}
