/** What a part of a line is, whatever the log: the kinds that are coloured without being asked for. */
export const TOKEN_KINDS = [
  'time',
  'address',
  'id',
  'url',
  'path',
  'number',
  'string',
  'key',
  'verb',
  /** HTTP statuses by their hundreds: 1xx and 2xx, 3xx, 4xx, 5xx. */
  'status-fine',
  'status-moved',
  'status-client',
  'status-server',
] as const

export type TokenKind = (typeof TOKEN_KINDS)[number]

/** A part of a line: `[from, to)` in UTF-16 units. */
export interface Token {
  readonly kind: TokenKind
  readonly from: number
  readonly to: number
}

/**
 * The end of what begins at `at`; -1 when it is something else. What it read in vain is bounded, or is
 * not read again: a line is read in linear time.
 */
export type TokenReader = (text: string, at: number) => number
