import { sticky } from './sticky.ts'

const readWord = sticky(/(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|CONNECT|TRACE)(?!\w)/y)
const readTarget = sticky(/ +(?:\/|\*|https?:)/y)

/**
 * A request method (RFC 9110, section 9). In front of what is asked for, or alone in quotes or as a
 * value: `DELETE FROM` and the level `TRACE` are none.
 */
export function readVerb(text: string, at: number): number {
  const end = readWord(text, at)
  if (end === -1) return -1
  const before = text.charAt(at - 1)
  const isValue = before === '=' || (before === '"' && text.charAt(end) === '"')
  return isValue || readTarget(text, end) !== -1 ? end : -1
}
