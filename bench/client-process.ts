import { fork } from 'node:child_process'
import { join } from 'node:path'
import { clientReport } from './client-report.ts'

/** What a client process reads, and how much of it. */
export interface BenchClientOptions {
  /**
   * `event-source`: Node's EventSource; `parser`: the standard's parser on bare HTTP; `tail`: the
   * pipe of `tail -F`; `follower`: Rastro's own. The last two also as `count-…`, which counts lines
   * and bytes and does not look at each line.
   */
  readonly from: 'event-source' | 'parser' | 'tail' | 'follower' | 'count-tail' | 'count-follower'
  /** URL of a stream, or path of a file. */
  readonly target: string
  readonly connections: number
  /** Lines that every connection must get. */
  readonly lines: number
  readonly signal: AbortSignal
}

/** What a client saw that got everything. */
export interface Complete {
  /** Nanoseconds of `process.hrtime`. */
  readonly lastAt: bigint
  /** Milliseconds, of all lines of all connections; none when they were only counted. */
  readonly latencies: readonly number[]
}

/** A client in a process of its own, so that its work does not slow the server down. */
export interface BenchClient {
  /** Settles when every connection has got a first line. */
  readonly ready: Promise<void>
  /** Settles when every connection has got every line in order; rejects with what was wrong. */
  readonly complete: Promise<Complete>
  close(): Promise<void>
}

/** Starts the client of the benchmarks in a process of its own. */
export function startBenchClient(options: BenchClientOptions): BenchClient {
  const { from, target, connections, lines, signal } = options
  const child = fork(
    join(import.meta.dirname, 'client.ts'),
    [from, target, String(connections), String(lines)],
    { execArgv: ['--experimental-eventsource', '--disable-warning=UNDICI-ES'] },
  )
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const ready = Promise.withResolvers<void>()
  const complete = Promise.withResolvers<Complete>()
  const fail = (sentence: string): void => {
    const error = new Error(`${from}: ${sentence}`)
    ready.reject(error)
    complete.reject(error)
  }
  // Either may fail while nobody waits for it yet: whoever waits later still learns it.
  for (const { promise } of [ready, complete]) promise.catch(() => undefined)
  child.on('message', (message) => {
    const report = clientReport.parse(message)
    if (report.kind === 'ready') ready.resolve()
    else if (report.kind === 'wrong') fail(report.sentence)
    else complete.resolve({ lastAt: BigInt(report.lastAt), latencies: report.latencies })
  })
  child.once('exit', (code) => fail(`the client ended with exit code ${code}.`))
  const abort = (): void => {
    fail('took too long.')
    child.kill()
  }
  signal.addEventListener('abort', abort, { once: true })
  return {
    ready: ready.promise,
    complete: complete.promise,
    close: async () => {
      signal.removeEventListener('abort', abort)
      child.kill()
      await exited
    },
  }
}
