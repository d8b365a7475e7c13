import type { TaskKind } from '../engine-task.ts'
import { describeFailure } from './task-failure.ts'
import { beginTask, type TaskRegistry } from './task-registry.ts'
import type { TaskTools } from './task-tools.ts'
import type { AnyPiece, AnyResult, AnyTask, FromThread, ToThread } from './thread-message.ts'

/** Tasks that somebody waits for on the screen and that are soon done: they go before the others. */
const SHORT: ReadonlySet<TaskKind> = new Set(['lines', 'bytes', 'hits', 'seek'])

/** Where a loop tells which task it is in: see sign-of-life.ts. */
export interface LoopWatch {
  /** Before each slice. */
  entered(id: number): void
  /** After it. */
  left(): void
}

interface Running {
  readonly id: number
  readonly run: Iterator<AnyPiece | null, AnyResult, void>
}

/**
 * Runs the tasks of one thread in slices: a round is one slice of each short task and then one of one
 * of the others, in turn. So a window waits for one slice of a search at most, and windows never
 * bring a search to a stand. `tell` is called with what comes of them.
 */
export class TaskLoop {
  readonly #registry: TaskRegistry
  readonly #tools: TaskTools
  readonly #tell: (message: FromThread) => void
  readonly #watch: LoopWatch
  readonly #short: Running[] = []
  readonly #long: Running[] = []
  /** Short tasks that are still to have their slice in this round. */
  #shortLeft = 0

  constructor(
    registry: TaskRegistry,
    tools: TaskTools,
    tell: (message: FromThread) => void,
    watch: LoopWatch,
  ) {
    this.#registry = registry
    this.#tools = tools
    this.#tell = tell
    this.#watch = watch
  }

  /** Whether no task is left. */
  get idle(): boolean {
    return this.#short.length === 0 && this.#long.length === 0
  }

  /** Takes a task, or ends one. */
  take(message: ToThread): void {
    if (message.say === 'run') this.#add(message.id, message)
    else this.#cancel(message.id)
  }

  /** Gives one task one slice. */
  turn(): void {
    this.#shortLeft = Math.min(this.#shortLeft, this.#short.length)
    if (this.#shortLeft > 0) {
      this.#shortLeft--
      this.#slice(this.#short)
    } else {
      this.#slice(this.#long)
      this.#shortLeft = this.#short.length
    }
  }

  #add(id: number, { kind, task }: AnyTask): void {
    try {
      const run = beginTask(this.#registry, kind, task, this.#tools)
      if (SHORT.has(kind)) {
        this.#short.push({ id, run })
        this.#shortLeft++
      } else this.#long.push({ id, run })
    } catch (error) {
      this.#tell({ say: 'failed', id, failure: describeFailure(error) })
    }
  }

  #cancel(id: number): void {
    try {
      for (const queue of [this.#short, this.#long]) {
        const at = queue.findIndex((running) => running.id === id)
        if (at !== -1) queue.splice(at, 1)[0]?.run.return?.()
      }
      this.#tell({ say: 'ended', id })
    } catch (error) {
      this.#tell({ say: 'failed', id, failure: describeFailure(error) })
    }
  }

  #slice(queue: Running[]): void {
    const running = queue.shift()
    if (running === undefined) return
    const { id, run } = running
    this.#watch.entered(id)
    try {
      const step = run.next()
      if (step.done !== true) {
        if (step.value !== null) this.#tell({ say: 'piece', id, piece: step.value })
        queue.push(running)
      } else this.#tell({ say: 'result', id, result: step.value })
    } catch (error) {
      this.#tell({ say: 'failed', id, failure: describeFailure(error) })
    } finally {
      this.#watch.left()
    }
  }
}
