import type { EngineFile } from '../engine-task.ts'
import { checkHead } from '../read/read-at.ts'
import type { LineChunk } from '../survey/line-chunks.ts'
import { TASK_SLICE_MS, type TaskRun } from '../task-run.ts'
import type { HitCounts } from './hit-counts.ts'

/** How long hits are gathered before they are told, in ms: a tenth of what a person takes for at once. */
export const PIECE_MS = 10

/**
 * Goes through the chunks of a range, has each counted, and tells from time to time what was counted
 * by then. `count` answers the offset before which every line that starts is counted; nothing is
 * told of lines before `from`.
 */
export function* tellHits(
  file: EngineFile,
  from: number,
  chunks: Generator<LineChunk | null, number, void>,
  counts: HitCounts,
  count: (chunk: LineChunk) => Generator<null, number, void>,
): TaskRun<'search'> {
  let reached = from
  let toldAt = performance.now()
  let slice = toldAt
  for (let step = chunks.next(); ; step = chunks.next()) {
    if (step.done === true) {
      checkHead(file)
      yield counts.take(step.value)
      return { to: step.value }
    }
    const chunk = step.value
    if (chunk !== null) reached = Math.max(from, yield* count(chunk))
    const now = performance.now()
    if (now - toldAt >= PIECE_MS && reached > from) {
      checkHead(file)
      yield counts.take(reached)
      toldAt = performance.now()
    } else if (chunk === null || now - slice >= TASK_SLICE_MS) yield null
    else continue
    slice = performance.now()
  }
}
