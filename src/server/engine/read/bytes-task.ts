import type { BytesTask } from '../engine-task.ts'
import { TASK_SLICE_MS, type TaskRun } from '../task-run.ts'
import { checkHead, readAt } from './read-at.ts'

/** Bytes per read, between two looks at the clock: a quarter of a ms out of the page cache. */
const READ_BYTES = 1024 * 1024

/** Reads bytes as they are. They are held whole, so whoever asks bounds them. */
export function* bytesTask({ file, from, to }: BytesTask): TaskRun<'bytes'> {
  const bytes = new Uint8Array(Math.max(0, to - from))
  let filled = 0
  let slice = performance.now()
  while (filled < bytes.length) {
    const part = bytes.subarray(filled, filled + READ_BYTES)
    const read = readAt(file, from + filled, part)
    filled += read
    if (read < part.length) break
    if (performance.now() - slice >= TASK_SLICE_MS) {
      yield null
      slice = performance.now()
    }
  }
  checkHead(file)
  return filled === bytes.length ? bytes : bytes.slice(0, filled)
}
