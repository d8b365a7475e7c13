import type { SearchResult, SearchTask } from '../engine-task.ts'
import { checkHead } from '../read/read-at.ts'
import { TASK_SLICE_MS, type TaskRun } from '../task-run.ts'
import type { TaskTools } from '../threads/task-tools.ts'
import { createHitCounts } from './hit-counts.ts'
import { createLineMatcher } from './line-matcher.ts'
import { unitMatches } from './long-line.ts'
import { walkEntries } from './walk-entries.ts'

/** Counts the lines of the entries that match, or their heads, in the block in which each entry starts. */
export function* searchEntries(task: SearchTask, tools: TaskTools): TaskRun<'search'> {
  const { file, query } = task
  const lines = createLineMatcher(file, query, tools)
  const counts = createHitCounts(task.from, task.levels)
  let lastEntry: SearchResult['lastEntry'] = null
  let slice = performance.now()
  const entries = walkEntries({ ...task, places: false }, lines, tools.scanner)
  for (let step = entries.next(); ; step = entries.next()) {
    if (step.done === true) {
      checkHead(file)
      yield counts.take(step.value)
      return { to: step.value, lastEntry }
    }
    for (const entry of step.value ?? []) {
      const shown = query.heads === true ? 1 : entry.lines
      const hits = unitMatches(entry.terms, entry.level, lines.query) ? shown : 0
      lastEntry = { from: entry.from, hits, ...(task.levels && { level: entry.level }) }
      if (hits === 0) continue
      counts.add(entry.from, hits)
      if (task.levels) for (let hit = 0; hit < hits; hit++) counts.addLevel(entry.from, entry.level)
    }
    if (step.value !== null && performance.now() - slice < TASK_SLICE_MS) continue
    yield null
    slice = performance.now()
  }
}
