/*
 * One place for a thread, over the lives of its threads: hands it jobs, sees it end, ends it when it
 * is stuck, and gives what was left undone to the next one. Longer than most files here because
 * whatever happens to the thread happens to all of this together.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { OwnLog } from '../../own-log.ts'
import { BytesGone } from '../byte-source.ts'
import { EngineLost, RunawayPattern } from '../engine.ts'
import type { TaskKind } from '../engine-task.ts'
import type { Deadlines } from './deadlines.ts'
import type { DescriptorUse } from './descriptor-use.ts'
import type { Job } from './job.ts'
import type { EngineThread, StartThread } from './start-thread.ts'
import { createStuckWatch } from './stuck-watch.ts'
import { failureError } from './task-failure.ts'
import type { FromThread } from './thread-message.ts'

/** Tasks that run a user's pattern. */
const WITH_PATTERN: ReadonlySet<TaskKind> = new Set(['search', 'hits'])

/** A task under which this many threads ended is given up. */
const MAX_DEATHS = 2

/** A task that lost its thread this often, by whatever fault, is given up. */
const MAX_LOSSES = 8

/** Threads that ended before they were ready, one after the other, before no more are tried. */
const MAX_FAILED_STARTS = 2

/**
 * How long a lane rests, in ms, before it starts a thread again: not at all after the first death,
 * then this, then twice as long each time.
 */
const FIRST_REST_MS = 50
const MAX_REST_MS = 5000

/** Threads that hang in a read and are left behind, some 10 MB each: then the lane waits for one. */
const MAX_LEFT_BEHIND = 3

export interface LaneOptions {
  /** The name of its threads, also in sentences. */
  readonly name: string
  readonly start: StartThread
  /** What is started when no thread can be had. */
  readonly fallback: StartThread
  /** Whether an idle thread is ended after `deadlines.idleMs` (`countedMs`). */
  readonly endsIdle: boolean
  readonly deadlines: Deadlines
  readonly use: DescriptorUse
  readonly ownLog: OwnLog
}

interface Seat {
  readonly thread: EngineThread
  /** Tasks that the thread may be at: also those that were cancelled. */
  readonly posted: Map<number, { readonly kind: TaskKind; readonly fd: number }>
  readonly watch: ReturnType<typeof createStuckWatch>
  looks: NodeJS.Timeout | undefined
  ready: boolean
  /** Whether it has done nothing but count. */
  onlyCounts: boolean
  /** It was ended by us, and what it still says does not count. */
  leaving: boolean
}

export class Lane {
  readonly #options: LaneOptions
  readonly #jobs = new Map<number, Job>()
  readonly #leftBehind = new Set<Seat>()
  #start: StartThread
  #seat: Seat | null = null
  #restart: NodeJS.Timeout | undefined
  #idle: NodeJS.Timeout | undefined
  /** Threads that ended since the last result. */
  #deaths = 0
  #failedStarts = 0
  #closed = false

  constructor(options: LaneOptions) {
    this.#options = options
    this.#start = options.start
  }

  /** Tasks in it. */
  get load(): number {
    return this.#jobs.size
  }

  /** Starts its thread before there is anything to do. */
  warmUp(): void {
    if (this.#seat === null && this.#restart === undefined && !this.#closed) this.#open()
  }

  run(job: Job): void {
    clearTimeout(this.#idle)
    this.#jobs.set(job.id, job)
    if (this.#seat === null) this.warmUp()
    else this.#post(this.#seat, job)
  }

  /** Nobody waits for the job any more. */
  drop(job: Job): void {
    if (!this.#jobs.delete(job.id)) return
    if (this.#seat?.posted.has(job.id)) this.#seat.thread.post({ say: 'cancel', id: job.id })
  }

  /** Ends its thread; jobs in it are told nothing. Resolves when the thread has ended, or hangs. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#restart)
    clearTimeout(this.#idle)
    this.#jobs.clear()
    if (this.#seat !== null) await this.#end(this.#seat)
  }

  #open(): void {
    const { name, deadlines } = this.#options
    try {
      const thread = this.#start(name, {
        onMessage: (message) => this.#hear(seat, message),
        onEnd: (error) => this.#onEnd(seat, error),
      })
      const seat: Seat = {
        thread,
        posted: new Map(),
        watch: createStuckWatch(() => thread.life(), deadlines.cancelledMs / 2),
        looks: undefined,
        ready: false,
        onlyCounts: true,
        leaving: false,
      }
      this.#seat = seat
    } catch (error) {
      this.#lost(error, false)
    }
    const opened = this.#seat
    if (opened !== null) for (const job of this.#jobs.values()) this.#post(opened, job)
  }

  #post(seat: Seat, job: Job): void {
    const { kind, task } = job.work
    seat.thread.post({ say: 'run', id: job.id, ...job.work })
    seat.posted.set(job.id, { kind, fd: task.file.fd })
    if (kind !== 'count') seat.onlyCounts = false
    this.#options.use.enter(task.file.fd)
    seat.thread.keepAlive(true)
    seat.looks ??= setInterval(
      () => this.#look(seat),
      this.#options.deadlines.cancelledMs / 2,
    ).unref()
  }

  #hear(seat: Seat, message: FromThread): void {
    if (seat.leaving) return
    if (message.say === 'ready') {
      seat.ready = true
      this.#failedStarts = 0
      return
    }
    const job = this.#jobs.get(message.id)
    if (message.say === 'piece') {
      job?.tell(message.piece)
      return
    }
    this.#deaths = 0
    this.#jobs.delete(message.id)
    this.#unpost(seat, message.id)
    if (message.say === 'result') job?.finish(message.result)
    if (message.say === 'failed') job?.fail(failureError(message.failure))
  }

  /** The thread has nothing to do with this task any more. */
  #unpost(seat: Seat, id: number): void {
    const posted = seat.posted.get(id)
    if (posted === undefined) return
    seat.posted.delete(id)
    this.#options.use.leave(posted.fd)
    if (seat.posted.size > 0) return
    clearInterval(seat.looks)
    seat.looks = undefined
    seat.thread.keepAlive(false)
    if (!this.#options.endsIdle || seat.leaving) return
    clearTimeout(this.#idle)
    const { idleMs, countedMs } = this.#options.deadlines
    this.#idle = setTimeout(() => this.#end(seat), seat.onlyCounts ? countedMs : idleMs).unref()
  }

  #onEnd(seat: Seat, error: Error): void {
    const { task } = seat.thread.life()
    for (const id of [...seat.posted.keys()]) this.#unpost(seat, id)
    this.#leftBehind.delete(seat)
    if (seat.leaving) return
    seat.leaving = true
    clearTimeout(this.#idle)
    this.#seat = null
    const culprit = this.#jobs.get(task)
    if (culprit !== undefined) this.#blame(culprit, null)
    this.#lost(error, seat.ready)
  }

  /** A thread ended under this job: it is given up when that happens again. */
  #blame(job: Job, failure: Error | null): void {
    job.deaths++
    if (job.deaths < MAX_DEATHS) return
    this.#jobs.delete(job.id)
    job.fail(failure ?? new EngineLost('The engine ended twice while it was at this.'))
  }

  /** The thread is gone by itself, or did not start. */
  #lost(error: unknown, wasReady: boolean): void {
    const { name, fallback, ownLog } = this.#options
    if (this.#closed) return
    const facts = { thread: name, error: error instanceof Error ? error.message : String(error) }
    if (!wasReady) this.#failedStarts++
    if (this.#failedStarts >= MAX_FAILED_STARTS && this.#start !== fallback) {
      this.#start = fallback
      ownLog.error('No engine thread can be started: files are read in the main thread.', facts)
    } else {
      ownLog.warn('An engine thread ended. What it was at is done again by a new one.', facts)
    }
    this.#carryOn(this.#deaths === 0 ? 0 : FIRST_REST_MS * 2 ** (this.#deaths - 1))
    this.#deaths++
  }

  /** Gives what the last thread left undone to the next one, after a rest. */
  #carryOn(restMs: number): void {
    for (const job of [...this.#jobs.values()]) {
      job.lose()
      if (job.losses > MAX_LOSSES) job.fail(new EngineLost('The engine ended again and again.'))
      if (job.settled) this.#jobs.delete(job.id)
    }
    if (this.#jobs.size === 0 && this.#options.endsIdle) return
    this.#restart = setTimeout(
      () => {
        this.#restart = undefined
        this.warmUp()
      },
      Math.min(restMs, MAX_REST_MS),
    )
    if (this.#jobs.size === 0) this.#restart.unref()
  }

  /** Ends the thread when it has been within one slice for too long. */
  #look(seat: Seat): void {
    const { deadlines, name, ownLog } = this.#options
    const { task, forMs } = seat.watch.look()
    const posted = seat.posted.get(task)
    if (posted === undefined || this.#leftBehind.size >= MAX_LEFT_BEHIND) return
    const job = this.#jobs.get(task)
    const patternMs = job === undefined ? deadlines.cancelledMs : deadlines.patternMs
    if (forMs < (WITH_PATTERN.has(posted.kind) ? patternMs : deadlines.readMs)) return
    ownLog.warn('An engine thread was stuck and has been ended. Its other tasks go on.', {
      thread: name,
      task: posted.kind,
    })
    const ended = this.#end(seat)
    if (job !== undefined) {
      this.#jobs.delete(task)
      void this.#judge(job, ended)
    }
    this.#carryOn(0)
  }

  /** Ends the thread; resolves whether it has ended in time: one that hangs in a read does not. */
  async #end(seat: Seat): Promise<boolean> {
    seat.leaving = true
    clearInterval(seat.looks)
    if (this.#seat === seat) this.#seat = null
    this.#leftBehind.add(seat)
    const ended = seat.thread.end().then(() => true)
    return await Promise.race([ended, delay(this.#options.deadlines.endMs, false, { ref: false })])
  }

  /** Decides what becomes of the job that a thread was stuck in. */
  async #judge(job: Job, ended: Promise<boolean>): Promise<void> {
    const inTime = await ended
    if (inTime && WITH_PATTERN.has(job.work.kind)) {
      const seconds = this.#options.deadlines.patternMs / 1000
      job.fail(new RunawayPattern(`The pattern took more than ${seconds} s on one line.`))
      return
    }
    this.#blame(job, inTime ? null : new BytesGone('The disk does not answer.'))
    job.lose()
    if (!job.settled && !this.#closed) this.run(job)
  }
}
