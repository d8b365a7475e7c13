import { BLOCK_BYTES, blockOf } from '../block-index.ts'
import type { SeekResult, SeekTask } from '../engine-task.ts'
import { checkHead } from '../read/read-at.ts'
import type { TaskRun } from '../task-run.ts'
import type { TaskTools } from '../threads/task-tools.ts'
import { createTimeParser } from '../time/time-parser.ts'
import { visitLines } from './visit-lines.ts'

/**
 * How far a line may stand from where its time would put it, in bytes: writers that hold lines back,
 * and several that write to one file, are out of order by milliseconds to seconds.
 */
export const MAX_DISORDER_BYTES = 1024 * 1024

/**
 * Finds a time by a binary search over blocks: a block is before it when the middle one of its times
 * is, so that a few wrong times in it do no harm. One block is read per step (18 of 10 GB), and some
 * MiB where the last step ends.
 *
 * Exact while no line is farther from its place than {@link MAX_DISORDER_BYTES}: the last block found
 * to be before holds a line of before, and the next one a line that is late enough, so the first of
 * those is at most twice that before the block's start. A line farther out of place is passed over.
 */
export function* seekTask(task: SeekTask, { scanner }: TaskTools): TaskRun<'seek'> {
  const { file, at, from, to, end } = task
  const parse = createTimeParser(task.format, file.encoding)

  function* middleTime(block: number): Generator<null, number | undefined, void> {
    const start = Math.max(from, block * BLOCK_BYTES)
    const stop = Math.min(to, (block + 1) * BLOCK_BYTES)
    const range = { file, from: start, to: stop, end, lineStart: start === from }
    const times: number[] = []
    yield* visitLines(range, scanner, (lineFrom, lineTo) => {
      const time = parse(scanner.buffer, lineFrom, lineTo)
      if (!Number.isNaN(time)) times.push(time)
      return true
    })
    return times.sort((a, b) => a - b)[times.length >> 1]
  }

  // Blocks below `low` are before; the first block from `high` on that has times is not.
  let low = blockOf(from)
  let high = Math.ceil(to / BLOCK_BYTES)
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    let block = middle
    let time = yield* middleTime(block)
    while (time === undefined && ++block < high) time = yield* middleTime(block)
    if (time !== undefined && time < at) low = block + 1
    else high = middle
  }

  let found: SeekResult['found'] = null
  const start = Math.max(from, (low - 1) * BLOCK_BYTES - 2 * MAX_DISORDER_BYTES)
  const range = { file, from: start, to, end, lineStart: start === from }
  yield* visitLines(range, scanner, (lineFrom, lineTo, offset) => {
    const time = parse(scanner.buffer, lineFrom, lineTo)
    // Not a time is not late enough either.
    if (!(time >= at)) return true
    found = { offset, time }
    return false
  })
  checkHead(file)
  return { found }
}
