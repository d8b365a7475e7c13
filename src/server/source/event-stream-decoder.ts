import { createParser } from 'eventsource-parser'

/** One dispatched event of a stream. */
export interface StreamEvent {
  /** `message` when the server gave it no name. */
  readonly type: string
  readonly data: string
  /** The id in the event's own block; null when the block had none (the last one then stays valid). */
  readonly id: string | null
}

/** What a stream says, in the order of its bytes. */
export interface EventStreamHandlers {
  onEvent(event: StreamEvent): void
  /** A block with an id ended, also one without data; empty text resets the id. */
  onId(id: string): void
  onRetry(ms: number): void
  onComment(): void
  /** A line or an event did not end within {@link MAX_EVENT_LENGTH}; nothing is decoded any more. */
  onTooLong(): void
}

/**
 * UTF-16 units that an unfinished line or event may take. Rastro cuts lines at 4 MiB; four times as
 * much lets any honest server through and bounds what a hostile one can make us hold.
 */
const MAX_EVENT_LENGTH = 16 * 1024 * 1024

const BOM = '\uFEFF'

/**
 * Turns the bytes of one response into events, after
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 * "Streams must be decoded using the UTF-8 decode algorithm": always UTF-8, invalid bytes become
 * U+FFFD, one leading BOM goes.
 */
export function createEventStreamDecoder(
  handlers: EventStreamHandlers,
  maxLength = MAX_EVENT_LENGTH,
): { feed(bytes: Uint8Array): void } {
  // Node 24 drops a second BOM too when the first one was cut by a chunk: the BOM is ours to drop.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let begun = false
  let tooLong = false
  const parser = createParser({
    maxBufferSize: maxLength,
    onEvent: ({ event = 'message', data, id = null }) =>
      handlers.onEvent({ type: event, data, id }),
    onId: (id) => handlers.onId(id),
    onRetry: (ms) => handlers.onRetry(ms),
    onComment: () => handlers.onComment(),
    onError: (error) => {
      // Unknown fields and bogus retries are ignored, as the standard says.
      if (error.type !== 'max-buffer-size-exceeded') return
      tooLong = true
      handlers.onTooLong()
    },
  })
  // The parser takes the three characters "ï»¿" for a BOM as well, which they are not after UTF-8
  // decoding. This one ends its own search.
  parser.feed(BOM)
  return {
    feed(bytes) {
      if (tooLong) return
      const text = decoder.decode(bytes, { stream: true })
      if (text === '') return
      parser.feed(!begun && text.startsWith(BOM) ? text.slice(BOM.length) : text)
      begun = true
    },
  }
}
