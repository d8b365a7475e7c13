import type { Encoding } from '../../../shared/encoding.ts'
import { newlineUnit, nextNewlineEnd } from '../line-ending.ts'

/** Lines of a log's head that are looked at: fifty entries with some stack traces among them. */
const MAX_HEAD_LINES = 200

/** The lines of a log's head that are not empty, as `[from, to)`; the last one may be cut. */
export function headLines(head: Uint8Array, encoding: Encoding): (readonly [number, number])[] {
  const lines: (readonly [number, number])[] = []
  for (let from = 0; from < head.length && lines.length < MAX_HEAD_LINES; ) {
    const end = nextNewlineEnd(head, from, encoding, 0)
    const to = end === -1 ? head.length : end
    if (to - from > newlineUnit(encoding)) lines.push([from, to])
    from = to
  }
  return lines
}
