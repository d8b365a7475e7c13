import type { EngineTasks, TaskKind } from './engine-task.ts'

/** How a task is watched and ended. */
export interface RunOptions<K extends TaskKind> {
  /** Called with each piece, in order. */
  readonly onPiece?: (piece: EngineTasks[K]['piece']) => void
  /** Ends the task: its promise rejects with the signal's reason, and no piece comes after that. */
  readonly signal?: AbortSignal
  /**
   * Asked before each part but the first of a scan that threads share: a promise makes it wait until that is
   * resolved, so that others have the cores meanwhile.
   */
  readonly turn?: () => Promise<void> | null
}

/** Bytes at rest: reads, counts and searches them in threads of its own. */
export interface Engine {
  /**
   * Runs a task. Rejects with BytesGone when the file no longer holds what was read of it, with
   * RunawayPattern when a pattern had to be ended, with EngineLost when the threads died under this
   * task more than once; else with what the task threw.
   */
  run<K extends TaskKind>(
    kind: K,
    task: EngineTasks[K]['task'],
    options?: RunOptions<K>,
  ): Promise<EngineTasks[K]['result']>
  /**
   * Ends every task on a descriptor, with BytesGone; resolves when no thread touches it any more. Until
   * then no task on it is taken. The system gives the number to another file as soon as it is closed:
   * whoever closes it asks for this first, and begins nothing on it after.
   */
  release(fd: number): Promise<void>
  /** Ends everything. Never rejects. */
  close(): Promise<void>
}

/** A regular expression backtracked for longer than its deadline and was ended. */
export class RunawayPattern extends Error {
  override readonly name = 'RunawayPattern'
}

/** The engine's threads ended under a task and again under its repetition. */
export class EngineLost extends Error {
  override readonly name = 'EngineLost'
}
