import type { Encoding } from '../../../shared/encoding.ts'
import { BLOCK_BYTES } from '../block-index.ts'
import type { TimeFormat } from '../engine-task.ts'
import { newlineUnit, nextNewlineEnd } from '../line-ending.ts'
import type { Scanner } from '../scan/scanner.ts'
import { createTimeParser } from '../time/time-parser.ts'
import type { LineChunk } from './line-chunks.ts'

/**
 * Lines of a block that are asked for a time at most: more than a stack trace has. A block with none
 * among them counts with the one before.
 */
const MAX_LINES_PER_BLOCK = 64

/**
 * Puts the first time of each block that a chunk's lines start in into `times`, beginning with the
 * block in which the chunk begins; a block that has one keeps it.
 */
export function createBlockTimes(
  format: TimeFormat,
  encoding: Encoding,
  scanner: Scanner,
): (chunk: LineChunk, times: Float64Array) => void {
  const parse = createTimeParser(format, encoding)
  const unit = newlineUnit(encoding)
  const { buffer } = scanner

  const lineEnd = (from: number, to: number): number => {
    if (unit === 1) return scanner.afterNewlines(from, to, 1)
    const found = nextNewlineEnd(buffer.subarray(from, to), 0, encoding, 0)
    return found === -1 ? -1 : from + found
  }

  /** The first time among the lines that start in `[start, blockEnd)`, `start` being a line's start. */
  function firstTime(start: number, blockEnd: number, to: number): number {
    let at = start
    for (let lines = 0; lines < MAX_LINES_PER_BLOCK && at < blockEnd; lines++) {
      const end = lineEnd(at, to)
      const time = parse(buffer, at, end === -1 ? to : end)
      if (!Number.isNaN(time) || end === -1) return time
      at = end
    }
    return Number.NaN
  }

  return ({ from, to, offset, whole }, times) => {
    const origin = from - (offset % BLOCK_BYTES)
    for (let block = 0; origin + block * BLOCK_BYTES < to; block++) {
      const blockStart = origin + block * BLOCK_BYTES
      if (Number.isNaN(times[block] ?? 0)) {
        const start = blockStart <= from ? from : lineEnd(blockStart - unit, to)
        if (start === -1) return
        times[block] = firstTime(start, blockStart + BLOCK_BYTES, to)
      }
      if (!whole) return
    }
  }
}
