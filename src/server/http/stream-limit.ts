/**
 * Streams open at once, of both kinds. Each costs a descriptor and two socket buffers; 1 000 leave
 * room for the logs themselves under the usual limit of descriptors per process.
 */
const MAX_OPEN_STREAMS = 1000

/** When a refused client may come again, in seconds. */
export const STREAM_RETRY_AFTER_S = 5

/** Counts the open streams of one server. */
export class StreamLimit {
  readonly #limit: number
  #open = 0

  constructor(limit = MAX_OPEN_STREAMS) {
    this.#limit = limit
  }

  get open(): number {
    return this.#open
  }

  /** Takes a place for a stream; null when all are taken. The answer gives it back, once. */
  enter(): (() => void) | null {
    if (this.#open >= this.#limit) return null
    this.#open += 1
    let inside = true
    return () => {
      if (!inside) return
      inside = false
      this.#open -= 1
    }
  }
}
