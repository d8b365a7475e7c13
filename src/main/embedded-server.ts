import type { OwnLog } from '../server/own-log.ts'
import {
  CannotListen,
  type RunningServer,
  type StartServerOptions,
  type startServer,
} from '../server/start-server.ts'
import type { LogId } from '../shared/protocol.ts'
import { createRestartLimit } from './restart-limit.ts'

/** What was found when the server was looked after. */
export type Revival = 'alive' | 'restarted' | 'given-up'

/** A server that did not answer its own machine for so long is dead, in ms. */
const PROBE_TIMEOUT_MS = 3000

/** What dies three times in a minute dies again. */
const MAX_RESTARTS = 3
const RESTARTS_WITHIN_MS = 60_000

/** How long quitting waits for the server, in ms: it promises less; after it the process ends anyway. */
const CLOSE_TIMEOUT_MS = 2000

/** The server inside the app: one at a time, with what it must open again when it was restarted. */
export class EmbeddedServer {
  readonly #start: typeof startServer
  readonly #options: StartServerOptions
  readonly #ownLog: OwnLog
  readonly #mayRestart = createRestartLimit(MAX_RESTARTS, RESTARTS_WITHIN_MS)
  readonly #paths = new Set<string>()
  #running: RunningServer
  #reviving: Promise<Revival> | null = null
  #closed = false

  private constructor(
    start: typeof startServer,
    options: StartServerOptions,
    ownLog: OwnLog,
    running: RunningServer,
  ) {
    this.#start = start
    this.#options = options
    this.#ownLog = ownLog
    this.#running = running
  }

  /** Rejects with a sentence when the server cannot listen. */
  static async open(
    start: typeof startServer,
    options: StartServerOptions,
    ownLog: OwnLog,
  ): Promise<EmbeddedServer> {
    return new EmbeddedServer(start, options, ownLog, await start(options))
  }

  get url(): string {
    return this.#running.url
  }

  get origin(): string {
    return new URL(this.#running.url).origin
  }

  get cookie(): RunningServer['cookie'] {
    return this.#running.cookie
  }

  /** Opens files, folders and patterns; the logs that are there now, in that order. */
  async open(paths: readonly string[]): Promise<LogId[]> {
    const logs: LogId[] = []
    for (const path of paths) {
      this.#paths.add(path)
      logs.push(...(await this.#running.open(path)))
    }
    return logs
  }

  /** Remote streams of the last run that are open again. */
  get reopened(): number {
    return this.#running.reopened
  }

  /** What is open now, as {@link EmbeddedServer.open} takes it. */
  opened(): Promise<readonly string[]> {
    return this.#running.opened()
  }

  /** Lets the generator write its log, so that there is something to read. */
  async startGenerator(): Promise<void> {
    await this.#running.setGenerator(true)
  }

  /** Asks the server for a sign of life and starts it again, at the same port, when there is none. */
  revive(): Promise<Revival> {
    this.#reviving ??= this.#revive().finally(() => {
      this.#reviving = null
    })
    return this.#reviving
  }

  async #revive(): Promise<Revival> {
    if (this.#closed || (await this.#answers())) return 'alive'
    if (!this.#mayRestart()) {
      this.#ownLog.error('The server died too often and is not started again.')
      return 'given-up'
    }
    await settled(this.#running.close(), CLOSE_TIMEOUT_MS)
    try {
      this.#running = await this.#startAgain(Number(new URL(this.#running.url).port))
    } catch (error) {
      this.#ownLog.error('The server could not be started again.', { error })
      return 'given-up'
    }
    for (const path of this.#paths) await this.#running.open(path)
    this.#ownLog.warn('The server was started again.', { url: this.#running.url })
    return 'restarted'
  }

  /** The same port keeps the page's address; when another program took it meanwhile, any will do. */
  async #startAgain(port: number): Promise<RunningServer> {
    const { streams, ...others } = this.#options
    // Whatever was wanted at the start of the app: these were open a moment ago.
    const options =
      streams === undefined ? others : { ...others, streams: { ...streams, reopen: true } }
    try {
      return await this.#start({ ...options, port })
    } catch (error) {
      if (!(error instanceof CannotListen)) throw error
      return await this.#start({ ...options, port: 0 })
    }
  }

  async #answers(): Promise<boolean> {
    try {
      const answer = await fetch(new URL('/healthz', this.#running.url), {
        signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
      })
      await answer.body?.cancel()
      return true
    } catch (error) {
      this.#ownLog.warn('The server does not answer.', { error })
      return false
    }
  }

  /** Resolves when the server is closed, or after {@link CLOSE_TIMEOUT_MS}; never rejects. */
  async close(): Promise<void> {
    this.#closed = true
    await settled(this.#running.close(), CLOSE_TIMEOUT_MS)
  }
}

/** Waits until `work` is over, well or not, but no longer than `timeoutMs`. */
async function settled(work: Promise<void>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs)
  })
  await Promise.race([Promise.allSettled([work]), late])
  clearTimeout(timer)
}
