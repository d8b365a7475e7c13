import { asBuffer } from '../as-buffer.ts'
import { BLOCK_BYTES } from '../block-index.ts'
import type { LinesResult, LinesTask } from '../engine-task.ts'
import { type CutLine, createLineCutter } from '../line-cutter.ts'
import { TASK_SLICE_MS, type TaskRun } from '../task-run.ts'
import type { TaskTools } from '../threads/task-tools.ts'
import { passNewlines } from './pass-newlines.ts'
import { checkHead, readAt } from './read-at.ts'

/**
 * Bytes of the first read, enough for the window of most logs (100 lines are 12 KB); each further one
 * is twice as large, up to the size beyond which a read costs as much per byte.
 */
const FIRST_READ_BYTES = BLOCK_BYTES
const MAX_READ_BYTES = 1024 * 1024

/**
 * Reads lines forward, none that ends after `end`. It holds the texts that it answers and one read: a
 * line of 100 MB, or a hole as long, is passed over. Fewer lines than asked for mean that `maxBytes`
 * was reached or that there are no more; a file that has become shorter ends where it ends.
 */
export function* linesTask(task: LinesTask, { scanner }: TaskTools): TaskRun<'lines'> {
  const { file, end, maxLines, maxLineBytes, maxBytes } = task
  const buffer = asBuffer(scanner.buffer).subarray(0, MAX_READ_BYTES)
  const lines: LinesResult['lines'] = []
  const ends: number[] = []
  let textBytes = 0
  let full = maxLines <= 0

  function add({ text, bytes, cut, end: lineEnd }: CutLine): boolean {
    lines.push({ text, bytes, cut })
    ends.push(lineEnd)
    textBytes += Math.min(bytes, maxLineBytes)
    full = lines.length >= maxLines || textBytes >= maxBytes
    return !full
  }

  let start = task.from
  let skip = task.skip
  let cutter = createLineCutter(start, maxLineBytes, file.encoding)
  let offset = task.from
  let readBytes = FIRST_READ_BYTES
  let slice = performance.now()
  while ((skip > 0 || !full) && offset < end) {
    const wanted = Math.min(readBytes, end - offset)
    const read = readAt(file, offset, buffer.subarray(0, wanted))
    let at = 0
    if (skip > 0) {
      const passed = passNewlines(scanner, read, skip, file.encoding)
      at = passed.at
      skip = passed.left
      start = offset + at
      cutter = createLineCutter(start, maxLineBytes, file.encoding)
    }
    if (skip === 0 && !full) cutter.feed(buffer.subarray(at, read), offset + at, add)
    offset += read
    readBytes = Math.min(MAX_READ_BYTES, readBytes * 2)
    if (read < wanted) break
    if (performance.now() - slice >= TASK_SLICE_MS) {
      yield null
      slice = performance.now()
    }
  }
  if (skip === 0 && !full && task.unfinished === 'line') {
    const last = cutter.rest()
    if (last !== null) add(last)
  }
  checkHead(file)
  return { lines, start, ends }
}
