import { BLOCK_BYTES } from '../block-index.ts'
import type { HitsTask } from '../engine-task.ts'
import type { Scanner } from '../scan/scanner.ts'
import { CONTEXT_BYTES, createContextLines } from './context-lines.ts'
import { LOOK_AGAIN_BYTES } from './hit-counts.ts'
import type { LineMatcher } from './line-matcher.ts'
import { type PartRange, readPart } from './read-part.ts'

/** One of the blocks to look at again. */
export type BlockAgain = HitsTask['blocks'][number]

/**
 * Where the lines start that match among those that start in a block: the same that a search counted
 * there. One read of at most two blocks; of a line that goes on behind them the search told whether
 * it is a hit.
 */
export function hitsInBlock(
  task: Pick<HitsTask, 'file' | 'end'>,
  block: BlockAgain,
  { run, matcher }: LineMatcher,
  scanner: Scanner,
): number[] {
  const part = readPart(task, rangeOf(block, 0), run, scanner)
  if (part === null) return []
  const hits: number[] = []
  if (part.hasRun) {
    const { count, starts } = matcher.find(run)
    for (let line = 0; line < count; line++) hits.push(part.offsetOf(starts[line] ?? 0))
  }
  if (part.unended !== null && block.long) hits.push(part.unended)
  return hits
}

/** The same with the lines around matches, which may stand in the blocks beside it: one read of four blocks. */
export function contextInBlock(
  task: Pick<HitsTask, 'file' | 'end'>,
  block: BlockAgain,
  { run, matcher }: LineMatcher,
  scanner: Scanner,
  context: number,
): number[] {
  const part = readPart(task, rangeOf(block, CONTEXT_BYTES), run, scanner)
  if (part === null) return []
  const wanted = rangeOf(block, 0)
  const around = createContextLines(context)
  const shown: number[] = []

  function take(offset: number, bytes: number, matches: boolean): void {
    for (const line of around.pass({ offset, bytes, matches, level: 0 })) {
      if (line.offset >= wanted.from && line.offset < wanted.to) shown.push(line.offset)
    }
  }

  if (part.hasRun) {
    const hits = matcher.find(run)
    const { count, starts, ends } = run.lines
    let hit = 0
    for (let line = 0; line < count; line++) {
      const start = starts[line] ?? 0
      const offset = part.offsetOf(start)
      const matches = hit < hits.count && hits.starts[hit] === start
      if (matches) hit++
      take(offset, part.offsetOf(ends[line] ?? 0) - offset, matches)
    }
  }
  if (part.unended !== null) {
    const isOwn = part.unended >= wanted.from && part.unended < wanted.to
    take(part.unended, Number.POSITIVE_INFINITY, isOwn && block.long)
  }
  return shown
}

/** What was searched of a block, and of what lies `reach` bytes around it. */
function rangeOf({ block, from, to }: BlockAgain, reach: number): PartRange {
  const start = block * BLOCK_BYTES - reach
  const end = start + BLOCK_BYTES + 2 * reach
  return {
    from: Math.max(from, start),
    to: Math.min(to, end),
    // Wherever the searched part ends: the search called no line long that ends before this.
    readTo: end + LOOK_AGAIN_BYTES,
    atLineStart: from >= start,
  }
}
