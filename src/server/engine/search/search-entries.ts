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
  /** The last entry: an object for each of millions would be garbage. */
  let lastFrom = -1
  let lastHits = 0
  let lastLevel = 0

  function onEntry(entry: WalkedEntry): void {
    const shown = query.heads === true ? 1 : entry.wanted
    const hits = unitMatches(entry.terms, entry.level, lines.query) ? shown : 0
    lastFrom = entry.from
    lastHits = hits
    lastLevel = entry.level
    if (hits === 0) return
    counts.add(entry.from, hits)
    if (task.levels) counts.addLevel(entry.from, entry.level, hits)
  }

  function lastEntry(): LastEntry | null {
    if (lastFrom === -1) return null
    return { from: lastFrom, hits: lastHits, ...(task.levels && { level: lastLevel }) }
  }

  let reached = from
  let toldAt = performance.now()
  let slice = toldAt
  const runFrom = task.scannedFrom ?? (task.lineStart === true ? from : 0)
  const walk = { ...task, runFrom, places: false, onEntry }
  const entries = walkEntries(walk, lines, tools.scanner)
  for (let step = entries.next(); ; step = entries.next()) {
    if (step.done === true) {
      checkHead(file)
      yield { ...counts.take(step.value), lastEntry: lastEntry() }
      return { to: step.value, lastEntry: lastEntry() }
    }
    reached = Math.max(reached, step.value ?? from)
    const now = performance.now()
    if (now - toldAt >= PIECE_MS && reached > from) {
      checkHead(file)
      yield { ...counts.take(reached), lastEntry: lastEntry() }
      toldAt = performance.now()
    } else if (step.value === null || now - slice >= TASK_SLICE_MS) yield null
    else continue
    slice = performance.now()
  }
}
