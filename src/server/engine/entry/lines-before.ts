import { asBuffer } from '../as-buffer.ts'
import { BLOCK_BYTES, blockOf } from '../block-index.ts'
import type { EngineFile } from '../engine-task.ts'
import type { Scanner } from '../scan/scanner.ts'
import { visitLines } from '../survey/visit-lines.ts'
import { MAX_BLOCKS_WITHOUT_START, type PassedLines } from './entry-bounds.ts'
import type { EntryTest } from './entry-start.ts'

/** A place in a run of lines, of which the first begins an entry whatever stands in it. */
export interface PlaceInRun {
  readonly file: EngineFile
  readonly from: number
  /** Where the run begins. */
  readonly runFrom: number
  /** After its last finished line. */
  readonly end: number
}

/**
 * What stands before `from`, as far as it tells where entries are cut: mostly the first line of the
 * block before. The scanner's buffer is lost.
 */
export function* linesBefore(
  { file, from, runFrom, end }: PlaceInRun,
  startsEntry: EntryTest,
  scanner: Scanner,
): Generator<null, PassedLines, void> {
  const buffer = asBuffer(scanner.buffer)
  let lineBlock = -1
  let to = from
  for (let left = MAX_BLOCKS_WITHOUT_START + 1; left > 0 && to > runFrom; left--) {
    const block = blockOf(to - 1)
    const low = Math.max(runFrom, block * BLOCK_BYTES)
    const range = { file, from: low, to, end, lineStart: low === runFrom, readBytes: BLOCK_BYTES }
    let hasLine = false
    let hasStart = false
    yield* visitLines(range, scanner, (lineFrom, lineTo) => {
      hasStart = (low === runFrom && !hasLine) || startsEntry(buffer, lineFrom, lineTo)
      hasLine = true
      return !hasStart
    })
    if (hasLine && lineBlock === -1) lineBlock = block
    if (hasStart) return { lineBlock, startBlock: block }
    to = low
  }
  return { lineBlock, startBlock: Number.NEGATIVE_INFINITY }
}
