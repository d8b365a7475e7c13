import type { TokenKind } from './token.ts'

/** What stands in front of a status: the version of the request, or the name of its field. */
const BEFORE = /(?:HTTP\/\d(?:\.\d)?"? |(?:status|status_?code|http_?code)"?[=:] ?"?)$/i

/** Characters that `BEFORE` needs at most. */
const BEFORE_LENGTH = 16

/** The kind of a number that is an HTTP status (RFC 9110, section 15) by its place; null when it is none. */
export function httpStatus(text: string, from: number, to: number): TokenKind | null {
  if (to - from !== 3 || !BEFORE.test(text.slice(Math.max(0, from - BEFORE_LENGTH), from))) {
    return null
  }
  switch (text.charAt(from)) {
    case '1':
    case '2':
      return 'status-fine'
    case '3':
      return 'status-moved'
    case '4':
      return 'status-client'
    case '5':
      return 'status-server'
    default:
      return null
  }
}
