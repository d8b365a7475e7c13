import type { LineText } from '../../../shared/protocol.ts'
import { BLOCK_BYTES } from '../block-index.ts'
import type { EngineFile } from '../engine-task.ts'
import { type CutLine, createLineCutter } from '../line-cutter.ts'
import { readAt } from '../read/read-at.ts'

/** Bytes of one read: a block, and lines that go on behind it. */
const READ_BYTES = 2 * BLOCK_BYTES

/**
 * Reads lines by their starts, those of one block with one read: that took a window of 100 hits from
 * 1.4 ms to 0.8. Null for a line that does not end within that read, or not before `end`.
 */
export function createNearLines(
  file: EngineFile,
  end: number,
  maxLineBytes: number,
): (offset: number) => LineText | null {
  const buffer = Buffer.allocUnsafe(READ_BYTES)
  let start = 0
  let length = 0

  return (offset) => {
    if (offset < start || offset >= start + length) {
      start = offset - (offset % BLOCK_BYTES)
      length = readAt(file, start, buffer.subarray(0, Math.min(READ_BYTES, end - start)))
    }
    let found: CutLine | null = null
    const cutter = createLineCutter(offset, maxLineBytes, file.encoding)
    cutter.feed(buffer.subarray(offset - start, length), offset, (line) => {
      found = line
      return false
    })
    return found === null ? null : lineText(found)
  }
}

function lineText({ text, bytes, cut }: CutLine): LineText {
  return { text, bytes, cut }
}
