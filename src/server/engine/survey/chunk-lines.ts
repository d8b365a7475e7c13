import type { Encoding } from '../../../shared/encoding.ts'
import { newlineUnit, nextNewlineEnd } from '../line-ending.ts'
import type { Scanner } from '../scan/scanner.ts'
import type { LineChunk } from './line-chunks.ts'

/** The lines of a chunk as `[start, end)` in the scanner's buffer, with their endings. */
export function* chunkLines(
  { from, to }: LineChunk,
  scanner: Scanner,
  encoding: Encoding,
): Generator<readonly [start: number, end: number]> {
  if (newlineUnit(encoding) === 1) {
    for (let at = from; at < to; ) {
      const { count, starts, next } = scanner.lineStarts(at, to)
      for (let line = 0; line < count; line++) yield [starts[line] ?? to, starts[line + 1] ?? to]
      at = next
    }
    return
  }
  // A chunk begins at an even offset, and so do its units, whatever its position in the buffer.
  const bytes = scanner.buffer.subarray(from, to)
  for (let at = 0; at < bytes.length; ) {
    const found = nextNewlineEnd(bytes, at, encoding, 0)
    const end = found === -1 ? bytes.length : found
    yield [from + at, from + end]
    at = end
  }
}
