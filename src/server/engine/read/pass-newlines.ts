import type { Encoding } from '../../../shared/encoding.ts'
import { newlineUnit, nextNewlineEnd } from '../line-ending.ts'
import type { Scanner } from '../scan/scanner.ts'

/** Where the line starts that stands behind some newlines. */
export interface Passed {
  /** Position right after the last newline that was passed over; `length` when there were too few. */
  readonly at: number
  /** Newlines that are still to be passed over. */
  readonly left: number
}

/** Passes over `newlines` in the first `length` bytes of the buffer, which stand at an even offset. */
export function passNewlines(
  scanner: Scanner,
  length: number,
  newlines: number,
  encoding: Encoding,
): Passed {
  if (newlineUnit(encoding) === 1) {
    const at = scanner.afterNewlines(0, length, newlines)
    if (at !== -1) return { at, left: 0 }
    return { at: length, left: newlines - scanner.countNewlines(0, length) }
  }
  const chunk = scanner.buffer.subarray(0, length)
  let at = 0
  for (let left = newlines; left > 0; left--) {
    const end = nextNewlineEnd(chunk, at, encoding, 0)
    if (end === -1) return { at: length, left }
    at = end
  }
  return { at, left: 0 }
}
