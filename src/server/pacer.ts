type PacerState = 'idle' | 'planned' | 'running' | 'running-poked' | 'closed'

/**
 * Runs a task when it is poked: at once the first time, then at most once per interval, however
 * often it is poked meanwhile. A run that takes longer is never overlapped by the next.
 */
export class Pacer {
  readonly #task: () => Promise<void>
  readonly #intervalMs: number
  #startedAt = Number.NEGATIVE_INFINITY
  #state: PacerState = 'idle'
  #cancel: () => void = () => undefined

  /** `task` must not reject: what can fail in it is its own business. */
  constructor(task: () => Promise<void>, intervalMs: number) {
    this.#task = task
    this.#intervalMs = intervalMs
  }

  poke(): void {
    if (this.#state === 'running') this.#state = 'running-poked'
    else if (this.#state === 'idle') this.#plan()
  }

  /** Ends it: a planned run is dropped, and no poke starts another. */
  close(): void {
    this.#state = 'closed'
    this.#cancel()
  }

  get closed(): boolean {
    return this.#state === 'closed'
  }

  #plan(): void {
    this.#state = 'planned'
    const wait = this.#startedAt + this.#intervalMs - performance.now()
    if (wait <= 0) {
      // After the events of this turn: what belongs together goes out together.
      const immediate = setImmediate(() => void this.#run())
      this.#cancel = () => clearImmediate(immediate)
    } else {
      const timer = setTimeout(() => void this.#run(), wait)
      this.#cancel = () => clearTimeout(timer)
    }
  }

  async #run(): Promise<void> {
    this.#startedAt = performance.now()
    this.#state = 'running'
    await this.#task()
    this.#ran(this.#state)
  }

  /** `after` is what became of the state while the task ran. */
  #ran(after: PacerState): void {
    if (after === 'closed') return
    this.#state = 'idle'
    if (after === 'running-poked') this.#plan()
  }
}
