import { type LineNumber, lineNumber } from '../../shared/line-number.ts'
import {
  type Appended,
  type LinesWindow,
  MAX_NEWEST_BYTES,
  MAX_NEWEST_LINES,
} from '../../shared/protocol.ts'

/** Where the lines of an `appended` message begin: after those told before, and not too many. */
export function newestFrom(told: LineNumber, first: LineNumber, end: LineNumber): LineNumber {
  const from = Math.max(told, first, end - MAX_NEWEST_LINES)
  return lineNumber(Math.min(from, end))
}

/**
 * The last lines of a window that fit into one message. Null when the window does not reach `end`:
 * it was cut, or lines went away meanwhile, and the client will fetch what it shows.
 */
export function newestOf(window: LinesWindow, end: LineNumber): Appended['newest'] {
  if (window.from + window.lines.length !== end) return null
  let bytes = 0
  let at = window.lines.length
  while (at > 0) {
    const line = window.lines[at - 1]
    if (line === undefined) break
    bytes += Buffer.byteLength(line.text)
    if (bytes > MAX_NEWEST_BYTES) break
    at -= 1
  }
  return { from: lineNumber(window.from + at), lines: window.lines.slice(at) }
}
