import { BLOCK_BYTES } from '../block-index.ts'
import type { EngineFile } from '../engine-task.ts'
import { countNewlines } from '../line-ending.ts'
import { readAt } from '../read/read-at.ts'

/**
 * How many newlines stand before an offset in its block. Asked for offsets in order it reads each
 * block once and counts each byte once.
 */
export function createNewlineCounter(file: EngineFile): (offset: number) => number {
  const buffer = Buffer.allocUnsafe(BLOCK_BYTES)
  let blockStart = -1
  let read = 0
  let counted = 0
  let newlines = 0

  return (offset) => {
    const start = offset - (offset % BLOCK_BYTES)
    if (start !== blockStart || offset - start < counted || offset - start > read) {
      blockStart = start
      read = readAt(file, start, buffer)
      counted = 0
      newlines = 0
    }
    const part = buffer.subarray(counted, offset - start)
    newlines += countNewlines(part, file.encoding, start + counted)
    counted = offset - start
    return newlines
  }
}
