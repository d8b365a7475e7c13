import {
  type ApiErrorCode,
  PING_INTERVAL_MS,
  type ServerMessage,
  serverMessages,
} from '../../shared/protocol.ts'
import { refusalOf } from './api.ts'
import { backOff } from './back-off.ts'
import type { Connection } from './page-state.ts'

/** Nothing for this long, in ms, and the stream counts as dead: one ping may be late, two are not. */
export const SILENCE_LIMIT_MS = 2 * PING_INTERVAL_MS

export interface EventStreamOptions {
  readonly url: string
  onMessages(messages: readonly ServerMessage[]): void
  onConnection(connection: Connection): void
  /** The browser's own when left out. */
  readonly EventSource?: typeof globalThis.EventSource
  /** {@link SILENCE_LIMIT_MS} when left out. */
  readonly silenceLimitMs?: number
}

/**
 * One `GET /api/events` that is kept alive until it is closed. The browser's own reconnecting is
 * not used: it gives up for good on an answer other than 200, hides the status and never says when
 * it tries again. So every error closes the EventSource, a plain request asks for the reason, and
 * the next try is ours. Reports `connecting` at once and `live` with the first messages.
 */
export class EventStream {
  readonly #options: EventStreamOptions
  readonly #closed = new AbortController()
  #source: EventSource | null = null
  #watchdog: ReturnType<typeof setTimeout> | undefined
  #retry: ReturnType<typeof setTimeout> | undefined
  #heardAt = 0
  #live = false
  #attempt = 0

  constructor(options: EventStreamOptions) {
    this.#options = options
    options.onConnection({ kind: 'connecting' })
    this.#open()
  }

  close(): void {
    this.#closed.abort()
    clearTimeout(this.#retry)
    this.#drop()
  }

  #open(): void {
    const Source = this.#options.EventSource ?? globalThis.EventSource
    const source = new Source(this.#options.url)
    this.#source = source
    source.onmessage = (event: MessageEvent<unknown>) => this.#receive(event.data)
    source.onerror = () => {
      // A queued error of a source that was dropped meanwhile says nothing about its successor.
      if (this.#source === source) void this.#lose()
    }
    this.#heardAt = Date.now()
    this.#watch(this.#silenceLimit)
  }

  get #silenceLimit(): number {
    return this.#options.silenceLimitMs ?? SILENCE_LIMIT_MS
  }

  #receive(data: unknown): void {
    this.#heardAt = Date.now()
    const messages = decode(data)
    if (messages === null) {
      this.#refuse('internal')
      return
    }
    if (!this.#live) {
      this.#live = true
      this.#attempt = 0
      this.#options.onConnection({ kind: 'live' })
    }
    this.#options.onMessages(messages)
  }

  /** One timer that looks at the clock, rather than one set anew for each of 1 000 messages a second. */
  #watch(delay: number): void {
    this.#watchdog = setTimeout(() => {
      const left = this.#heardAt + this.#silenceLimit - Date.now()
      if (left > 0) this.#watch(left)
      else void this.#lose()
    }, delay)
  }

  async #lose(): Promise<void> {
    this.#drop()
    const refusal = await this.#askReason()
    if (this.#closed.signal.aborted) return
    if (refusal !== null) {
      this.#refuse(refusal)
      return
    }
    this.#attempt += 1
    const wait = backOff(this.#attempt)
    const retryAt = Date.now() + wait
    this.#options.onConnection({ kind: 'reconnecting', attempt: this.#attempt, retryAt })
    this.#retry = setTimeout(() => this.#open(), wait)
  }

  /** Why the server does not serve this stream; null when it may do so later. */
  async #askReason(): Promise<ApiErrorCode | null> {
    const asked = new AbortController()
    const signal = AbortSignal.any([asked.signal, this.#closed.signal, AbortSignal.timeout(5000)])
    try {
      const response = await fetch(this.#options.url, { signal })
      if (response.ok || !isFinal(response.status)) return null
      return (await refusalOf(response)).error
    } catch {
      // No answer: the server is gone, which is what reconnecting is for.
      return null
    } finally {
      // An answer of 200 is an endless stream of which only the status was of interest.
      asked.abort()
    }
  }

  #refuse(error: ApiErrorCode): void {
    this.#drop()
    this.#options.onConnection({ kind: 'refused', error })
  }

  #drop(): void {
    clearTimeout(this.#watchdog)
    this.#source?.close()
    this.#source = null
    this.#live = false
  }
}

/** 4xx says that the same request will be refused again; 408, 429 and 5xx pass with time. */
function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429
}

/** The messages of one event; null when they are none that this page understands. */
function decode(data: unknown): readonly ServerMessage[] | null {
  if (typeof data !== 'string') return null
  try {
    const parsed = serverMessages.safeParse(JSON.parse(data))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
