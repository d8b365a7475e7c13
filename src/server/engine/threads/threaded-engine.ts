import type { OwnLog } from '../../own-log.ts'
import { BytesGone } from '../byte-source.ts'
import { type Engine, EngineLost, type RunOptions } from '../engine.ts'
import type { EngineTasks, TaskKind } from '../engine-task.ts'
import type { Deadlines } from './deadlines.ts'
import { DescriptorUse } from './descriptor-use.ts'
import { Job } from './job.ts'
import { Lane } from './lane.ts'
import { isScan, type ScanTask, type SplitScan, splitScan, withRange } from './split-scan.ts'
import type { StartThread } from './start-thread.ts'
import { type AnyResult, type AnyTask, anyTask } from './thread-message.ts'

export interface ThreadedEngineOptions {
  readonly ownLog: OwnLog
  readonly start: StartThread
  /** What is started when no thread can be had. */
  readonly fallback: StartThread
  /** Threads that look for patterns. */
  readonly scanners: number
  readonly deadlines: Deadlines
}

/** Tasks without a pattern, that a window waits for: nothing that a user types ends their thread. */
const FOR_READER: ReadonlySet<TaskKind> = new Set(['lines', 'bytes'])

/**
 * Bytes that the reader counts alone before it shares the rest with a scanner: one thread reads 5 GB/s
 * out of the page cache here and two read 10, but a scanner that has to be started costs 40 ms, some of
 * them of the thread that waits for the first screen of this log.
 */
const UNSHARED_COUNT_BYTES = 64 * 1024 * 1024

/** Parts of one scan that a thread has at a time: the next is there already when one is done. */
const PARTS_PER_LANE = 2

/** Ids of tasks travel in 32 bits with a sign. */
const MAX_ID = 2 ** 31 - 1

/** Who hears of a task, who ends it, and when its next part may begin. */
type Watched = Pick<SplitScan, 'listener' | 'signal' | 'turn'>

/** A call of {@link ThreadedEngine.run} that is not answered yet. */
interface Call {
  readonly fd: number
  readonly ended: AbortController
}

/**
 * The engine over threads: one that reads, which is always there, and some that scan, which are
 * started when first needed. Threads hold nothing, so one that ends is replaced, and what it was at
 * goes on where it stopped.
 */
export class ThreadedEngine implements Engine {
  readonly #reader: Lane
  readonly #scanners: readonly Lane[]
  readonly #use = new DescriptorUse()
  readonly #calls = new Set<Call>()
  readonly #releasing = new Set<number>()
  #nextId = 1
  #closed = false

  constructor({ scanners, ...options }: ThreadedEngineOptions) {
    const lane = (name: string, endsIdle: boolean) =>
      new Lane({ ...options, name, endsIdle, use: this.#use })
    this.#reader = lane('reader', false)
    this.#scanners = Array.from({ length: scanners }, (_, at) => lane(`scanner ${at + 1}`, true))
    this.#reader.warmUp()
  }

  async run<K extends TaskKind>(
    kind: K,
    task: EngineTasks[K]['task'],
    options: RunOptions<K> = {},
  ): Promise<EngineTasks[K]['result']> {
    const { signal, onPiece = () => undefined, turn = goesOn } = options
    signal?.throwIfAborted()
    const { fd } = task.file
    if (this.#closed) throw new EngineLost('The engine was closed.')
    if (this.#releasing.has(fd)) throw new BytesGone('The file is being closed.')
    const call: Call = { fd, ended: new AbortController() }
    const end = () => call.ended.abort(signal?.reason)
    signal?.addEventListener('abort', end)
    this.#calls.add(call)
    try {
      const watched = { listener: { onPiece }, signal: call.ended.signal, turn }
      const result = await this.#dispatch(anyTask(kind, task), watched)
      // A task answers what its kind answers: the code on both sides is one build.
      return result as EngineTasks[K]['result']
    } finally {
      signal?.removeEventListener('abort', end)
      this.#calls.delete(call)
    }
  }

  async release(fd: number): Promise<void> {
    this.#releasing.add(fd)
    for (const call of this.#calls) {
      if (call.fd === fd) call.ended.abort(new BytesGone('The file was closed.'))
    }
    await this.#use.unused(fd)
    this.#releasing.delete(fd)
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const { ended } of this.#calls) ended.abort(new EngineLost('The engine was closed.'))
    await Promise.all([this.#reader, ...this.#scanners].map((lane) => lane.close()))
  }

  #dispatch(work: AnyTask, watched: Watched): Promise<AnyResult> {
    if (work.kind === 'count') return this.#count(work, watched)
    const lanes = FOR_READER.has(work.kind) ? [this.#reader] : this.#scanners
    if (isScan(work)) return this.#share(work, lanes, watched)
    return this.#do(work, lanes, watched)
  }

  async #count(work: Extract<AnyTask, { kind: 'count' }>, watched: Watched): Promise<AnyResult> {
    const { from, to } = work.task
    // It begins where a block does, and so does the rest.
    const alone = Math.min(to, from + UNSHARED_COUNT_BYTES)
    const begun = withRange(work, { from, to: alone })
    const result = await this.#do(begun, [this.#reader], watched)
    const isWhole = 'to' in result && result.to === alone
    if (!isWhole || alone === to) return result
    // One that searches has enough to do, and may be stuck in its pattern.
    const idle = this.#scanners.filter((lane) => lane.load === 0).slice(0, 1)
    const rest = withRange(work, { from: alone, to })
    return await this.#share(rest, [this.#reader, ...idle], watched)
  }

  /** Has the lanes do parts of the work. */
  #share(work: ScanTask, lanes: readonly Lane[], watched: Watched): Promise<AnyResult> {
    if (lanes.length === 1) return this.#do(work, lanes, watched)
    return splitScan({
      ...watched,
      range: work.task,
      width: PARTS_PER_LANE * lanes.length,
      runPart: (range, listener, signal) =>
        this.#do(withRange(work, range), lanes, { listener, signal }),
    })
  }

  /** Has the lane do the work that has the least to do. */
  #do(
    work: AnyTask,
    lanes: readonly Lane[],
    { listener, signal }: Omit<Watched, 'turn'>,
  ): Promise<AnyResult> {
    const lane = lanes.reduce((least, each) => (each.load < least.load ? each : least))
    return new Promise((resolve, reject) => {
      signal.throwIfAborted()
      const settle = (): void => signal.removeEventListener('abort', end)
      const job = new Job(this.#takeId(), work, {
        onPiece: (piece) => listener.onPiece(piece),
        onResult(result) {
          settle()
          resolve(result)
        },
        onFailure(reason) {
          settle()
          reject(reason)
        },
      })
      function end(): void {
        job.fail(signal.reason)
        lane.drop(job)
      }
      signal.addEventListener('abort', end)
      lane.run(job)
    })
  }

  #takeId(): number {
    const id = this.#nextId
    this.#nextId = id === MAX_ID ? 1 : id + 1
    return id
  }
}

/** The next part of a scan may begin at once. */
function goesOn(): null {
  return null
}
