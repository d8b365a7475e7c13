import type { LineText } from '../../../shared/protocol.ts'
import { BLOCK_BYTES, blockOf } from '../block-index.ts'
import type { Hit, HitsTask } from '../engine-task.ts'
import { linesTask } from '../read/lines-task.ts'
import { checkHead } from '../read/read-at.ts'
import { TASK_SLICE_MS, type TaskRun } from '../task-run.ts'
import type { TaskTools } from '../threads/task-tools.ts'
import type { WalkedEntry } from './entry-collector.ts'
import { createLineMatcher, type LineMatcher } from './line-matcher.ts'
import { unitMatches } from './long-line.ts'
import { type BlockAgain, contextInBlock, hitsInBlock } from './look-again.ts'
import { createNearLines } from './near-lines.ts'
import { createNewlineCounter } from './newlines-before.ts'
import { walkEntries } from './walk-entries.ts'

/** Where a hit starts, and how many lines its entry has when that is asked for. */
interface FoundLine {
  readonly offset: number
  readonly entryLines?: number
}

/** Finds the hits of some blocks again, and reads them. */
export function* hitsTask(task: HitsTask, tools: TaskTools): TaskRun<'hits'> {
  const { file, query, end, max, maxLineBytes, maxBytes } = task
  const lines = createLineMatcher(file, query, tools)
  const newlinesBefore = createNewlineCounter(file)
  const nearLine = createNearLines(file, end, maxLineBytes)
  const hits: Hit[] = []
  let skip = task.skip
  let bytes = 0
  let slice = performance.now()
  for (const block of task.blocks) {
    const offsets: readonly FoundLine[] = query.entries
      ? yield* entriesInBlock(task, block, lines, tools)
      : linesInBlock(task, block, lines, tools).map((offset) => ({ offset }))
    for (const { offset, entryLines } of offsets.slice(skip)) {
      if (hits.length >= max || bytes >= maxBytes) break
      const place = { offset, block: blockOf(offset) }
      const before = newlinesBefore(offset)
      const line = nearLine(offset) ?? (yield* farLine(task, offset, tools))
      if (line === null) break
      const entry = entryLines === undefined ? {} : { entryLines }
      hits.push({ ...place, newlinesBefore: before, line, ...entry })
      bytes += Math.min(line.bytes, maxLineBytes)
    }
    skip = 0
    if (hits.length >= max || bytes >= maxBytes) break
    if (performance.now() - slice < TASK_SLICE_MS) continue
    yield null
    slice = performance.now()
  }
  checkHead(file)
  return { hits }
}

function linesInBlock(
  task: HitsTask,
  block: BlockAgain,
  lines: LineMatcher,
  { scanner }: TaskTools,
): readonly number[] {
  const { context = 0 } = task.query
  return context > 0
    ? contextInBlock(task, block, lines, scanner, context)
    : hitsInBlock(task, block, lines, scanner)
}

/** A line that is longer than the reads of the others, or the unfinished last one. */
function* farLine(
  { file, end, maxLineBytes }: HitsTask,
  offset: number,
  tools: TaskTools,
): Generator<null, LineText | null, void> {
  const one = { skip: 0, maxLines: 1, maxBytes: 1, unfinished: 'line' } as const
  const { lines } = yield* linesTask({ file, from: offset, end, maxLineBytes, ...one }, tools)
  return lines[0] ?? null
}

function* entriesInBlock(
  { file, end, entryRule, query }: HitsTask,
  block: BlockAgain,
  lines: LineMatcher,
  { scanner }: TaskTools,
): Generator<null, FoundLine[], void> {
  const blockStart = block.block * BLOCK_BYTES
  const from = Math.max(block.from, blockStart)
  const to = Math.min(block.to, blockStart + BLOCK_BYTES)
  const range = { from, to, lineStart: from === block.from }
  const heads = query.heads === true
  const offsets: FoundLine[] = []

  function onEntry(entry: WalkedEntry): void {
    if (!unitMatches(entry.terms, entry.level, lines.query)) return
    if (heads) offsets.push({ offset: entry.from, entryLines: entry.lines })
    else for (const offset of entry.places) offsets.push({ offset })
  }

  // The block, and what its last entry reaches beyond it.
  const readBytes = 2 * BLOCK_BYTES
  const asked = { levels: false, places: !heads, readBytes, onEntry }
  const walk = { file, end, entryRule, runFrom: block.from, ...range, ...asked }
  const entries = walkEntries(walk, lines, scanner)
  while (entries.next().done !== true) yield null
  return offsets
}
