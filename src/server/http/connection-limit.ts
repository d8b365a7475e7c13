import type { Socket } from 'node:net'

/**
 * Connections open at once: twice what the streams may take. When one more comes, the oldest that
 * has no request running makes place, so that a flood of silent connections keeps nobody out.
 */
const MAX_CONNECTIONS = 2000

/** Keeps the number of connections of one server bounded. */
export class ConnectionLimit {
  readonly #limit: number
  readonly #open = new Set<Socket>()
  /** Those without a running request, the oldest first. */
  readonly #silent = new Set<Socket>()

  constructor(limit = MAX_CONNECTIONS) {
    this.#limit = limit
  }

  get open(): number {
    return this.#open.size
  }

  opened(socket: Socket): void {
    this.#open.add(socket)
    this.#silent.add(socket)
    socket.once('close', () => this.#forget(socket))
    if (this.#open.size <= this.#limit) return
    for (const oldest of this.#silent) {
      this.#forget(oldest)
      oldest.destroy()
      return
    }
  }

  requestBegan(socket: Socket): void {
    this.#silent.delete(socket)
  }

  requestEnded(socket: Socket): void {
    if (this.#open.has(socket)) this.#silent.add(socket)
  }

  #forget(socket: Socket): void {
    this.#open.delete(socket)
    this.#silent.delete(socket)
  }
}
