import { LEVELS } from '../../../shared/level.ts'
import type { SpreadTask } from '../engine-task.ts'
import { checkHead } from '../read/read-at.ts'
import type { TaskRun } from '../task-run.ts'
import type { TaskTools } from '../threads/task-tools.ts'
import { createTimeParser } from '../time/time-parser.ts'
import { createLevelReader } from './count-levels.ts'
import { createLineSieve } from './line-sieve.ts'
import { visitLines } from './visit-lines.ts'

/**
 * Counts levels per part of a range of times, or of line numbers, line by line: for what is too short for
 * counts per block. Lines before the first one with a time count with that one. A line that is too
 * long for the buffer matches by its beginning.
 */
export function* spreadTask(task: SpreadTask, tools: TaskTools): TaskRun<'spread'> {
  const { scanner } = tools
  const { file, low, high, buckets, format } = task
  const { from = low, to = high } = task.within ?? {}
  const levelOfLine = createLevelReader(scanner, file.encoding)
  const parse = format === null ? null : createTimeParser(format, file.encoding)
  const levels = new Float64Array(buckets * LEVELS.length)
  /** Levels of the lines before the first time. */
  const early = new Float64Array(LEVELS.length)
  let firstTime = Number.NaN
  let place = Number.NaN
  let lines = 0

  function add(place: number, level: number, count: number): void {
    if (place < Math.max(low, from) || place >= Math.min(high, to)) return
    const bucket = Math.min(buckets - 1, Math.floor(((place - low) / (high - low)) * buckets))
    const cell = bucket * LEVELS.length + level
    levels[cell] = (levels[cell] ?? 0) + count
  }

  const sieve = createLineSieve(task, tools, (place, level) => {
    if (!Number.isNaN(place)) add(place, level, 1)
    else early[level] = (early[level] ?? 0) + 1
  })
  yield* visitLines(task, scanner, (lineFrom, lineTo, offset) => {
    const level = levelOfLine(lineFrom, lineTo)
    const time = parse === null ? lines++ : parse(scanner.buffer, lineFrom, lineTo)
    if (!Number.isNaN(time)) place = time
    if (Number.isNaN(firstTime)) firstTime = time
    sieve.take({ from: lineFrom, to: lineTo, offset, level, place })
    return true
  })
  sieve.end()
  for (const [level, count] of early.entries()) if (count > 0) add(firstTime, level, count)
  checkHead(file)
  return { levels }
}
