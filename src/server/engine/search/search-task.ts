import type { SearchTask } from '../engine-task.ts'
import { type LineChunk, lineChunks } from '../survey/line-chunks.ts'
import type { TaskRun } from '../task-run.ts'
import type { TaskTools } from '../threads/task-tools.ts'
import { createHitCounts, type HitCounts, isLong } from './hit-counts.ts'
import { createLineMatcher, type LineMatcher } from './line-matcher.ts'
import { longLineTerms, unitMatches } from './long-line.ts'
import { searchContext } from './search-context.ts'
import { searchEntries } from './search-entries.ts'
import { tellHits } from './tell-hits.ts'

/** Counts the lines that match in each block. */
export function* searchTask(task: SearchTask, tools: TaskTools): TaskRun<'search'> {
  const { context = 0, entries } = task.query
  if (entries) return yield* searchEntries(task, tools)
  if (context > 0) return yield* searchContext(task, tools, context)
  const { file, end } = task
  const lines = createLineMatcher(file, task.query, tools)
  const counts = createHitCounts(task.from, task.levels)
  const chunks = lineChunks({ ...task, readBytes: lines.matcher.runBytes }, tools.scanner)
  return yield* tellHits(file, task.from, chunks, counts, function* (chunk) {
    return chunk.whole
      ? countRun(chunk, lines, counts, task.levels)
      : yield* countLong(chunk, lines, counts, end, task)
  })
}

/** Counts the hits of a run; answers the offset before which every line that starts is counted. */
function countRun(
  chunk: LineChunk,
  { run, matcher }: LineMatcher,
  counts: HitCounts,
  levels: boolean,
): number {
  run.set(chunk.from, chunk.to, chunk.offset)
  const base = chunk.offset - chunk.from
  const { count, starts, ends } = matcher.find(run)
  for (let line = 0; line < count; line++) {
    const start = starts[line] ?? 0
    const end = ends[line] ?? 0
    const offset = base + start
    counts.add(offset, 1)
    if (isLong(offset, base + end)) counts.addLong(offset)
    if (levels) counts.addLevel(offset, run.levelOf(start, end))
  }
  return base + chunk.to
}

function* countLong(
  chunk: LineChunk,
  { query, run }: LineMatcher,
  counts: HitCounts,
  end: number,
  { file, levels }: SearchTask,
): Generator<null, number, void> {
  const { offset } = chunk
  // Its beginning, where a level stands, is in the buffer now.
  run.set(chunk.from, chunk.to, chunk.text)
  const level = levels || query.levels !== null ? run.levelOf(chunk.from, chunk.to) : 0
  const bits = yield* longLineTerms(file, chunk.text, end, query, run.scanner)
  if (unitMatches(bits, level, query)) {
    counts.add(offset, 1)
    counts.addLong(offset)
    if (levels) counts.addLevel(offset, level)
  }
  return offset + 1
}
