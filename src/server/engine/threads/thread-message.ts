import type { EngineTasks, TaskKind } from '../engine-task.ts'
import type { TaskFailure } from './task-failure.ts'

/** A task of any kind. */
export type AnyTask = {
  readonly [K in TaskKind]: { readonly kind: K; readonly task: EngineTasks[K]['task'] }
}[TaskKind]

/** What any task tells on the way. */
export type AnyPiece = EngineTasks[TaskKind]['piece']

/** Hears what a task tells. A method, as each takes what its own kind of task tells. */
export interface PieceListener {
  onPiece(piece: AnyPiece): void
}

/** What any task answers. */
export type AnyResult = EngineTasks[TaskKind]['result']

/** A task with its kind beside it. */
export function anyTask<K extends TaskKind>(kind: K, task: EngineTasks[K]['task']): AnyTask {
  // The compiler does not see that a pair of one kind is one of the pairs.
  return { kind, task } as AnyTask
}

/** What a thread is told. Ids are the caller's, and are not given twice. */
export type ToThread =
  | ({ readonly say: 'run'; readonly id: number } & AnyTask)
  /** Answered by `ended`, also when the task was done before. */
  | { readonly say: 'cancel'; readonly id: number }

/** What a thread tells. `result`, `failed` and `ended` are the last that it says of a task. */
export type FromThread =
  /** Its code is loaded. */
  | { readonly say: 'ready' }
  | {
      readonly say: 'piece'
      readonly id: number
      readonly piece: AnyPiece
    }
  | {
      readonly say: 'result'
      readonly id: number
      readonly result: AnyResult
    }
  | { readonly say: 'failed'; readonly id: number; readonly failure: TaskFailure }
  /** It was cancelled and touches nothing any more. */
  | { readonly say: 'ended'; readonly id: number }
