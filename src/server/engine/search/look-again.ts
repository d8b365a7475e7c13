import { asBuffer } from '../as-buffer.ts'
import { BLOCK_BYTES } from '../block-index.ts'
import { bomLength } from '../decode.ts'
import type { HitsTask } from '../engine-task.ts'
import { lastNewlineEnd, newlineUnit, nextNewlineEnd } from '../line-ending.ts'
import { readAt } from '../read/read-at.ts'
import type { Scanner } from '../scan/scanner.ts'
import { LOOK_AGAIN_BYTES } from './hit-counts.ts'
import type { LineMatcher } from './line-matcher.ts'

/** One of the blocks to look at again. */
export type BlockAgain = HitsTask['blocks'][number]

/**
 * Where the lines start that match among those that start in a block: the same that a search counted
 * there. One read of at most two blocks; of a line that goes on behind them the search told whether
 * it is a hit.
 */
export function hitsInBlock(
  { file, end }: Pick<HitsTask, 'file' | 'end'>,
  block: BlockAgain,
  { run, matcher }: LineMatcher,
  scanner: Scanner,
): number[] {
  const { encoding } = file
  const unit = newlineUnit(encoding)
  const blockStart = block.block * BLOCK_BYTES
  const from = Math.max(block.from, blockStart)
  const to = Math.min(block.to, blockStart + BLOCK_BYTES, end)
  const atLineStart = from === 0 || (from === block.from && block.lineStart === true)
  const base = atLineStart ? from : from - unit
  const wanted = Math.min(end, blockStart + BLOCK_BYTES + LOOK_AGAIN_BYTES) - base
  const buffer = asBuffer(scanner.buffer).subarray(0, Math.max(0, wanted))
  const bytes = buffer.subarray(0, readAt(file, base, buffer))

  const first = atLineStart ? 0 : nextNewlineEnd(bytes, 0, encoding, base)
  if (first === -1 || base + first >= to) return []
  // The line that the byte before `to` is in is the last one that starts before `to`.
  const last = nextNewlineEnd(bytes, Math.max(first, to - base - unit), encoding, base)
  const reachesEnd = base + bytes.length >= end
  let runEnd = last
  if (last === -1) {
    const before = lastNewlineEnd(bytes.subarray(first), encoding, base + first)
    runEnd = reachesEnd ? bytes.length : before === -1 ? first : first + before
  }
  const bom = base + first === 0 ? bomLength(bytes, encoding) : 0
  const hits: number[] = []
  if (runEnd > first + bom) {
    run.set(first + bom, runEnd, base + first + bom)
    const { count, starts } = matcher.find(run)
    for (let line = 0; line < count; line++) {
      const start = starts[line] ?? 0
      hits.push(base + (start === first + bom ? first : start))
    }
  }
  if (last === -1 && !reachesEnd && block.long) hits.push(base + runEnd)
  return hits
}
