import type { SearchTask } from '../engine-task.ts'
import { type LineChunk, lineChunks } from '../survey/line-chunks.ts'
import type { TaskRun } from '../task-run.ts'
import type { TaskTools } from '../threads/task-tools.ts'
import { CONTEXT_BYTES, createContextLines, type PassedLine } from './context-lines.ts'
import { createHitCounts, isLong } from './hit-counts.ts'
import { createLineMatcher, type LineMatcher } from './line-matcher.ts'
import { longLineTerms, unitMatches } from './long-line.ts'
import { tellHits } from './tell-hits.ts'

/**
 * Counts the lines that match and those around them. What a range tells are the rows that it adds to
 * those of the ranges before it: also lines before it that are around its own matches, and lines in
 * it that are around earlier ones. So it begins to look at twice the reach of a context before.
 */
export function* searchContext(
  task: SearchTask,
  tools: TaskTools,
  context: number,
): TaskRun<'search'> {
  const { file, from } = task
  const lines = createLineMatcher(file, task.query, tools)
  const counts = createHitCounts(from, task.levels, CONTEXT_BYTES)
  const around = createContextLines(context)
  const scanned = task.scannedFrom ?? from
  const start = Math.max(scanned, from - 2 * CONTEXT_BYTES)
  const lineStart = start === scanned && (start < from || task.lineStart === true)

  function take(line: PassedLine): void {
    const shown = around.pass(line)
    if (line.offset < from) return
    for (const { offset, bytes, matches, level } of shown) {
      counts.add(offset, 1)
      if (matches && isLong(offset, offset + bytes)) counts.addLong(offset)
      if (task.levels) counts.addLevel(offset, level)
    }
  }

  const range = { ...task, from: start, lineStart, readBytes: lines.matcher.runBytes }
  return yield* tellHits(file, from, lineChunks(range, tools.scanner), counts, function* (chunk) {
    return chunk.whole
      ? takeRun(chunk, lines, task.levels, take)
      : yield* takeLong(chunk, lines, task, take)
  })
}

/** Takes all lines of a run; answers the offset before which every line that starts was taken. */
function takeRun(
  chunk: LineChunk,
  { run, matcher }: LineMatcher,
  levels: boolean,
  take: (line: PassedLine) => void,
): number {
  run.set(chunk.from, chunk.to, chunk.offset)
  const base = chunk.offset - chunk.from
  const hits = matcher.find(run)
  const { count, starts, ends } = run.lines
  let hit = 0
  for (let line = 0; line < count; line++) {
    const start = starts[line] ?? 0
    const end = ends[line] ?? 0
    const matches = hit < hits.count && hits.starts[hit] === start
    if (matches) hit++
    // A byte order mark belongs to its line.
    const offset = start === chunk.from && base < chunk.from ? base : base + start
    const level = levels ? run.levelOf(start, end) : 0
    take({ offset, bytes: base + end - offset, matches, level })
  }
  return base + chunk.to
}

function* takeLong(
  chunk: LineChunk,
  { query, run }: LineMatcher,
  { file, end, levels }: SearchTask,
  take: (line: PassedLine) => void,
): Generator<null, number, void> {
  const { offset } = chunk
  // Its beginning, where a level stands, is in the buffer now.
  run.set(chunk.from, chunk.to, chunk.text)
  const level = levels || query.levels !== null ? run.levelOf(chunk.from, chunk.to) : 0
  const bits = yield* longLineTerms(file, chunk.text, end, query, run.scanner)
  take({
    offset,
    bytes: Number.POSITIVE_INFINITY,
    matches: unitMatches(bits, level, query),
    level,
  })
  return offset + 1
}
