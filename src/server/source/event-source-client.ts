import type { IncomingMessage } from 'node:http'
import { assertNever } from '../../shared/assert-never.ts'
import type { RemoteFailure } from '../../shared/remote-failure.ts'
import { decideAnswer } from './decide-answer.ts'
import { createEventStreamDecoder, type StreamEvent } from './event-stream-decoder.ts'
import { networkFailure } from './network-failure.ts'
import { openAnswer } from './open-answer.ts'
import type { Reach } from './reach.ts'
import { DEFAULT_RETRY_MS, reconnectDelay } from './reconnect-delay.ts'

/** The state of the connection; `reconnecting` lasts over the pause and the tries, until one opens. */
export type ClientPhase =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | {
      readonly kind: 'reconnecting'
      readonly attempt: number
      /** Milliseconds since 1970; in the past while a try is under way. */
      readonly retryAt: number
      readonly reason: RemoteFailure
    }
  | { readonly kind: 'ended' }
  | { readonly kind: 'refused'; readonly reason: RemoteFailure }

/** Which stream is read, from where on, and within which bounds. */
export interface EventSourceClientOptions {
  readonly url: URL
  readonly authorization: string | null
  /** Where to begin; empty for nowhere. */
  readonly lastEventId: string
  /** Silence of a server that pings, in ms, after which the connection is given up. */
  readonly idleMs?: number
  readonly maxEventLength?: number
}

/** What the owner of a client is told, in the order in which it happens. */
export interface EventSourceClientHandlers {
  onPhase(phase: ClientPhase): void
  /** The stream was opened (again), asked for with this Last-Event-ID. */
  onOpen(sentId: string): void
  /** `lastEventId` is the position right after this event. */
  onEvent(event: StreamEvent, lastEventId: string): void
  /** The events of one chunk were told; `lastEventId` stands after the last of them. */
  onChunk(lastEventId: string): void
}

/**
 * A server that pinged before is taken for dead after this silence, in ms: four of the 15 s
 * intervals that the standard advises and that Rastro and sse-starlette keep.
 */
const IDLE_MS = 60_000

/**
 * An EventSource for Node, after https://html.spec.whatwg.org/multipage/server-sent-events.html,
 * that can hold still (`pause`), says why it failed, and lets its owner try again (`retry`). The
 * last event id stays over reconnects, as in browsers, until the server sends another.
 */
export class EventSourceClient {
  readonly #options: EventSourceClientOptions
  readonly #handlers: EventSourceClientHandlers
  #phase: ClientPhase = { kind: 'connecting' }
  #lastEventId: string
  #retryMs = DEFAULT_RETRY_MS
  #failures = 0
  /** The reach of the typed name when it was first resolved; see `mayReach`. */
  #pinned: Reach | null = null
  #paused = false
  #closed = false
  #response: IncomingMessage | null = null
  /** The attempt under way; an aborted one is not listened to any more. */
  #attempt = new AbortController()
  #pause: NodeJS.Timeout | undefined
  #idle: NodeJS.Timeout | undefined

  constructor(options: EventSourceClientOptions, handlers: EventSourceClientHandlers) {
    this.#options = options
    this.#handlers = handlers
    this.#lastEventId = options.lastEventId
  }

  get phase(): ClientPhase {
    return this.#phase
  }

  /** Connects: the first time, at once instead of after the pause, or again after an end. */
  retry(): void {
    if (this.#closed || this.#response !== null) return
    this.#drop()
    this.#failures = 0
    this.#pinned = null
    this.#setPhase({ kind: 'connecting' })
    void this.#connect()
  }

  /** Stops reading, so that TCP holds the server back; `resume` goes on. Also over a reconnect. */
  pause(): void {
    this.#paused = true
    this.#response?.pause()
    clearTimeout(this.#idle)
    this.#idle = undefined
  }

  resume(): void {
    this.#paused = false
    this.#response?.resume()
  }

  /** Ends everything: no further request, no further call of a handler. */
  close(): void {
    this.#closed = true
    this.#drop()
  }

  #drop(): void {
    clearTimeout(this.#pause)
    clearTimeout(this.#idle)
    this.#idle = undefined
    this.#response = null
    this.#attempt.abort()
  }

  async #connect(): Promise<void> {
    const attempt = new AbortController()
    this.#attempt = attempt
    const sentId = this.#lastEventId
    const { url, authorization } = this.#options
    const request = { url, authorization, lastEventId: sentId, pinned: this.#pinned }
    const opened = await openAnswer(request, attempt.signal)
    if (attempt.signal.aborted) return
    if (opened.kind === 'failed') {
      if (opened.again) this.#lost(opened.reason)
      else this.#refuse(opened.reason)
      return
    }
    this.#pinned ??= opened.reach
    const { response, broken } = opened
    const decision = decideAnswer({
      status: response.statusCode ?? 0,
      contentType: response.headers['content-type'],
      contentEncoding: response.headers['content-encoding'],
    })
    switch (decision.kind) {
      case 'stream':
        this.#read(response, broken, attempt.signal, sentId)
        return
      case 'ended':
        attempt.abort()
        this.#setPhase({ kind: 'ended' })
        return
      case 'refused':
        this.#refuse(decision.reason)
        return
      default:
        assertNever(decision, 'answer')
    }
  }

  #read(
    response: IncomingMessage,
    broken: () => Error | null,
    signal: AbortSignal,
    sentId: string,
  ): void {
    this.#response = response
    let pings = false
    // A handler may close the client, or the event be too long, in the middle of a chunk.
    const whileOpen = (tell: () => void): void => {
      if (!signal.aborted) tell()
    }
    const decoder = createEventStreamDecoder(
      {
        onEvent: (event) =>
          whileOpen(() => {
            pings ||= event.type === 'ping'
            this.#handlers.onEvent(event, this.#lastEventId)
          }),
        onId: (id) =>
          whileOpen(() => {
            this.#lastEventId = id
          }),
        onRetry: (ms) =>
          whileOpen(() => {
            this.#retryMs = ms
          }),
        onComment: () => {
          pings = true
        },
        // Asked again with the same id the server would send the same event again: no reconnect.
        onTooLong: () =>
          whileOpen(() => {
            this.#handlers.onChunk(this.#lastEventId)
            this.#refuse({ kind: 'too-long' })
          }),
      },
      this.#options.maxEventLength,
    )
    const lose = (reason: RemoteFailure): void => {
      if (!signal.aborted) this.#lost(reason)
    }
    response.on('data', (chunk: Buffer) => {
      if (signal.aborted) return
      // Only a stream that says something counts as opened well: one that breaks off at once, again
      // and again, meets the growing pause.
      this.#failures = 0
      decoder.feed(chunk)
      if (signal.aborted) return
      this.#handlers.onChunk(this.#lastEventId)
      if (pings) this.#watchIdle(lose)
    })
    response.on('end', () => lose({ kind: 'closed' }))
    response.on('error', (error) => lose(networkFailure(broken() ?? error, 'body').reason))
    this.#setPhase({ kind: 'live' })
    whileOpen(() => this.#handlers.onOpen(sentId))
    if (this.#paused) response.pause()
  }

  #watchIdle(lose: (reason: RemoteFailure) => void): void {
    if (this.#paused || this.#closed) return
    if (this.#idle !== undefined) {
      this.#idle.refresh()
      return
    }
    const ms = this.#options.idleMs ?? IDLE_MS
    const detail = `Nothing came for ${ms / 1000} s, not even a ping.`
    this.#idle = setTimeout(() => lose({ kind: 'network', detail }), ms)
  }

  #refuse(reason: RemoteFailure): void {
    this.#drop()
    this.#setPhase({ kind: 'refused', reason })
  }

  #lost(reason: RemoteFailure): void {
    this.#drop()
    this.#failures += 1
    const delay = reconnectDelay(this.#retryMs, this.#failures, Math.random())
    this.#pause = setTimeout(() => void this.#connect(), delay)
    const attempt = this.#failures
    this.#setPhase({ kind: 'reconnecting', attempt, retryAt: Date.now() + delay, reason })
  }

  #setPhase(phase: ClientPhase): void {
    if (this.#closed) return
    this.#phase = phase
    this.#handlers.onPhase(phase)
  }
}
