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
  /**
   * Pieces that wait for the result. Of a search for whole entries only the result says how many hits
   * the last entry has, so half of one cannot be gone on with: it begins anew.
   */
  #held: AnyPiece[] | null
  #settled = false
  /** How often a thread ended while it was in this task. */
  deaths = 0
  /** How often it lost its thread, whoever was to blame. */
  losses = 0

  constructor(id: number, work: AnyTask, owner: JobOwner) {
    this.id = id
    this.#work = work
    this.#owner = owner
    this.#held = work.kind === 'search' && work.task.query.entries ? [] : null
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
    if (this.#held !== null) {
      this.#held.push(piece)
      return
    }
    this.#toldTo = piece.to
    this.#owner.onPiece(piece)
  }

  finish(result: AnyResult): void {
    if (this.#settled) return
    for (const piece of this.#held ?? []) this.#owner.onPiece(piece)
    this.#settled = true
    this.#owner.onResult(result)
  }

  fail(reason: unknown): void {
    if (this.#settled) return
    this.#settled = true
    this.#owner.onFailure(reason)
  }

  /** Its thread is gone: what is left is to be done by another one. */
  lose(): void {
    this.losses++
    if (this.#held !== null) this.#held = []
    if (this.#toldTo === null) return
    const rest = restOfTask(this.#work, this.#toldTo)
    if (rest === null) this.finish({ to: this.#toldTo })
    else this.#work = rest
  }
}
