import type { LastEntry, SearchTask } from '../engine-task.ts'
import { checkHead } from '../read/read-at.ts'
import { TASK_SLICE_MS, type TaskRun } from '../task-run.ts'
import type { TaskTools } from '../threads/task-tools.ts'
import type { WalkedEntry } from './entry-collector.ts'
import { createHitCounts } from './hit-counts.ts'
import { createLineMatcher } from './line-matcher.ts'
import { unitMatches } from './long-line.ts'
import { PIECE_MS } from './tell-hits.ts'
import { walkEntries } from './walk-entries.ts'

/**
 * Counts the lines of the entries that match, or their heads, in the block in which each entry starts,
 * and tells from time to time what was counted by then.
 */
export function* searchEntries(task: SearchTask, tools: TaskTools): TaskRun<'search'> {
  const { file, query, from } = task
  const lines = createLineMatcher(file, query, tools)
  const counts = createHitCounts(from, task.levels)
  let lastEntry: LastEntry | null = null

  function count(entry: WalkedEntry): void {
    const shown = query.heads === true ? 1 : entry.wanted
    const hits = unitMatches(entry.terms, entry.level, lines.query) ? shown : 0
    lastEntry = { from: entry.from, hits, ...(task.levels && { level: entry.level }) }
    if (hits === 0) return
    counts.add(entry.from, hits)
    if (task.levels) counts.addLevel(entry.from, entry.level, hits)
  }

  let reached = from
  let toldAt = performance.now()
  let slice = toldAt
  const entries = walkEntries({ ...task, places: false }, lines, tools.scanner)
  for (let step = entries.next(); ; step = entries.next()) {
    if (step.done === true) {
      checkHead(file)
      yield { ...counts.take(step.value), lastEntry }
      return { to: step.value, lastEntry }
    }
    for (const entry of step.value?.ended ?? []) count(entry)
    reached = Math.max(reached, step.value?.reached ?? from)
    const now = performance.now()
    if (now - toldAt >= PIECE_MS && reached > from) {
      checkHead(file)
      yield { ...counts.take(reached), lastEntry }
      toldAt = performance.now()
    } else if (step.value === null || now - slice >= TASK_SLICE_MS) yield null
    else continue
    slice = performance.now()
  }
}
