import type { EngineTasks, TaskKind } from './engine-task.ts'

/**
 * A task at work inside a thread: it yields what it has to tell, or null for no more than a pause.
 * Other tasks and cancellations come in at each yield, so one is due at least every
 * {@link TASK_SLICE_MS}; whatever it holds is given back in `finally`.
 */
export type TaskRun<K extends TaskKind> = Generator<
  EngineTasks[K]['piece'] | null,
  EngineTasks[K]['result'],
  void
>

/** How long a task keeps its thread at most before it yields, in ms: a window waits this long for its turn. */
export const TASK_SLICE_MS = 5
