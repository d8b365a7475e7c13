import type { LastEntry } from '../engine-task.ts'
import { restOfTask } from './rest-of-task.ts'
import type { AnyPiece, AnyResult, AnyTask, PieceListener } from './thread-message.ts'

/** Who waits for a task. */
export interface JobOwner extends PieceListener {
  onResult(result: AnyResult): void
  onFailure(reason: unknown): void
}

/**
 * A task on its way through threads that may end under it: what was told of it, what is left, and who
 * waits. Its owner hears nothing more once it is settled.
 */
export class Job {
  readonly id: number
  readonly #owner: JobOwner
  #work: AnyTask
  #toldTo: number | null = null
  /** The last entry that was told of: what is left of the task may have none. */
  #lastEntry: LastEntry | null = null
  #settled = false
  /** How often a thread ended while it was in this task. */
  deaths = 0
  /** How often it lost its thread, whoever was to blame. */
  losses = 0

  constructor(id: number, work: AnyTask, owner: JobOwner) {
    this.id = id
    this.#work = work
    this.#owner = owner
  }

  /** What is left to do. */
  get work(): AnyTask {
    return this.#work
  }

  get settled(): boolean {
    return this.#settled
  }

  tell(piece: AnyPiece): void {
    if (this.#settled) return
    this.#toldTo = piece.to
    if ('lastEntry' in piece) this.#lastEntry = piece.lastEntry ?? this.#lastEntry
    this.#owner.onPiece(piece)
  }

  finish(result: AnyResult): void {
    if (this.#settled) return
    this.#settled = true
    this.#owner.onResult(this.#withLastEntry(result))
  }

  fail(reason: unknown): void {
    if (this.#settled) return
    this.#settled = true
    this.#owner.onFailure(reason)
  }

  /** Its thread is gone: what is left is to be done by another one. */
  lose(): void {
    this.losses++
    if (this.#toldTo === null) return
    const rest = restOfTask(this.#work, this.#toldTo)
    if (rest === null) this.finish({ to: this.#toldTo })
    else this.#work = rest
  }

  #withLastEntry(result: AnyResult): AnyResult {
    if (this.#lastEntry === null || !('to' in result)) return result
    const own = 'lastEntry' in result ? result.lastEntry : null
    return { ...result, lastEntry: own ?? this.#lastEntry }
  }
}
