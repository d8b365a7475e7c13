import type { Scanner } from '../scan/scanner.ts'
import { TASK_SLICE_MS } from '../task-run.ts'
import { chunkLines } from './chunk-lines.ts'
import { type ChunkedRange, lineChunks } from './line-chunks.ts'

/**
 * Shows every line that starts in a range to `visit`, as its place in the scanner's buffer and its
 * offset, until one is answered with false. Yields null where it takes long.
 */
export function* visitLines(
  range: ChunkedRange,
  scanner: Scanner,
  visit: (from: number, to: number, offset: number) => boolean,
): Generator<null, void, void> {
  let slice = performance.now()
  for (const chunk of lineChunks(range, scanner)) {
    if (chunk !== null) {
      const shift = chunk.offset - chunk.from
      const lines = chunk.whole
        ? chunkLines(chunk, scanner, range.file.encoding)
        : [[chunk.from, chunk.to] as const]
      for (const [from, to] of lines) if (!visit(from, to, from + shift)) return
      if (performance.now() - slice < TASK_SLICE_MS) continue
    }
    yield null
    slice = performance.now()
  }
}
