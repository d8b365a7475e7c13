import { assertNever } from '../../shared/assert-never.ts'
import { lineNumber } from '../../shared/line-number.ts'
import { MAX_LINE_PART_BYTES } from '../../shared/line-part.ts'
import { ExportFailed } from './export-failed.ts'
import type { ExportPiece } from './export-piece.ts'
import { type ExportSource, waitAWhile } from './export-source.ts'
import { readLinePart } from './line-part.ts'

/** A line of any length in parts, so that no more than one of them is ever held. */
export async function* exportLongLine(
  { timeline, lineCount }: ExportSource,
  line: number,
  signal: AbortSignal,
): AsyncGenerator<ExportPiece, void> {
  let at = 0
  for (;;) {
    const read = await readLinePart(timeline, lineNumber(line), at, MAX_LINE_PART_BYTES)
    switch (read.kind) {
      case 'part': {
        const { text, to, bytes } = read.part
        const isLast = to >= bytes
        yield { kind: 'part', line, text, isFirst: at === 0, isLast }
        if (isLast) return
        at = to
        break
      }
      case 'no-line':
        // Where it lies is known when it is counted.
        if (lineCount().complete) throw new ExportFailed('gone', 'A line is not there any more.')
        await waitAWhile(signal)
        break
      case 'gone':
        throw new ExportFailed('changed', 'The bytes of a line are gone from its file.')
      default:
        assertNever(read, 'line part')
    }
  }
}
