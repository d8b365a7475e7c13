import type { EngineTasks, TaskKind } from '../engine-task.ts'
import { bytesTask } from '../read/bytes-task.ts'
import { countTask } from '../read/count-task.ts'
import { linesTask } from '../read/lines-task.ts'
import { hitsTask } from '../search/hits-task.ts'
import { searchTask } from '../search/search-task.ts'
import { seekTask } from '../survey/seek-task.ts'
import { spreadTask } from '../survey/spread-task.ts'
import { surveyTask } from '../survey/survey-task.ts'
import type { TaskRun } from '../task-run.ts'
import type { TaskTools } from './task-tools.ts'

/** The code of one kind of task. Arrays that it yields or answers are handed over: they are its own. */
export type TaskCode<K extends TaskKind> = (
  task: EngineTasks[K]['task'],
  tools: TaskTools,
) => TaskRun<K>

/** The code of the tasks that a thread knows. */
export type TaskRegistry = { readonly [K in TaskKind]?: TaskCode<K> }

/** The code of all tasks. */
export const TASKS: Required<TaskRegistry> = {
  count: countTask,
  lines: linesTask,
  bytes: bytesTask,
  search: searchTask,
  hits: hitsTask,
  survey: surveyTask,
  seek: seekTask,
  spread: spreadTask,
}

/** Begins a task. Throws a sentence when `registry` has no code for it. */
export function beginTask<K extends TaskKind>(
  registry: TaskRegistry,
  kind: K,
  task: EngineTasks[K]['task'],
  tools: TaskTools,
): TaskRun<K> {
  const code: TaskCode<K> | undefined = registry[kind]
  if (code === undefined) {
    throw new TypeError(`No thread knows tasks of the kind "${kind}": add it to TASKS.`)
  }
  return code(task, tools)
}
