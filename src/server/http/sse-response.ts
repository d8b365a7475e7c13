import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * The answer of one open event stream, from its head to its end. It has one owner, who writes whole
 * events and obeys the answer of {@link write}: after `false` nothing more is written until
 * {@link onDrain} or {@link drained}, so what waits in this process stays within one high-water mark
 * of the socket plus the last piece, however slow the client is.
 *
 *     const sse = new SseResponse(request, response)
 *     while (!sse.closed) {
 *       if (!sse.write(next())) await sse.drained()
 *     }
 *
 * A client that leaves is no error: `closed` turns true, `signal` is aborted, waiting ends and
 * further writes are dropped.
 */
export class SseResponse {
  readonly #response: ServerResponse
  readonly #left = new AbortController()
  #full = false

  /** Sends the head at once: 200, `text/event-stream`, never stored, never buffered by a proxy. */
  constructor(request: IncomingMessage, response: ServerResponse) {
    this.#response = response
    response.once('close', () => this.#left.abort())
    // A client can leave while its start is still looked for; `close` does not come twice.
    if (response.closed) this.#left.abort()
    response.on('drain', () => {
      this.#full = false
    })
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // no-transform: a proxy that compresses would hold lines back until its block is full.
      'Cache-Control': 'no-store, no-transform',
      // Asks nginx not to collect the answer in its buffers.
      'X-Accel-Buffering': 'no',
    })
    response.flushHeaders()
    // Without it a small event can wait 40 ms for the acknowledgement of the one before (Nagle).
    request.socket.setNoDelay(true)
  }

  /** Aborted once, when the stream is over for whatever reason. */
  get signal(): AbortSignal {
    return this.#left.signal
  }

  /** Whether the stream is over: the client left, or {@link end} was called. */
  get closed(): boolean {
    return this.#left.signal.aborted
  }

  /** Whether a piece may be written now. */
  get writable(): boolean {
    return !this.#full && !this.closed
  }

  /**
   * Writes one or more whole events. `false` means wait: for the drain, or for ever when closed.
   * Throws when it is called again before the drain.
   */
  write(piece: string | Uint8Array): boolean {
    if (this.closed) return false
    if (this.#full) {
      throw new Error('The client has not read yet: wait for drained() after write() gave false.')
    }
    this.#full = !this.#response.write(piece)
    return !this.#full
  }

  /** Resolves when the next piece may be written, and when the stream is over. Never rejects. */
  drained(): Promise<void> {
    if (!this.#full || this.closed) return Promise.resolve()
    return new Promise((resolve) => {
      const forget = [this.onDrain(done), this.onClose(done)]
      function done() {
        for (const stop of forget) stop()
        resolve()
      }
    })
  }

  /** Calls the listener each time that a full stream takes pieces again. Returns the unsubscribe. */
  onDrain(listener: () => void): () => void {
    this.#response.on('drain', listener)
    return () => this.#response.off('drain', listener)
  }

  /** Calls the listener once, when the stream is over; at once if it is. Returns the unsubscribe. */
  onClose(listener: () => void): () => void {
    const { signal } = this
    if (signal.aborted) {
      listener()
      return () => undefined
    }
    signal.addEventListener('abort', listener, { once: true })
    return () => signal.removeEventListener('abort', listener)
  }

  /** Ends the stream; what was written before still reaches a client that reads. */
  end(): void {
    if (this.closed) return
    this.#response.end()
    this.#left.abort()
  }
}
