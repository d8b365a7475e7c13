import { type IncomingMessage, request } from 'node:http'
import { createParser } from 'eventsource-parser'
import { onTestFinished, vi } from 'vitest'
import { answerOf } from './answer-of.ts'

export interface ReceivedLine {
  readonly text: string
  readonly id: string
}

export interface ReceivedEvent {
  readonly name: string
  readonly data: string
}

/** A client of the line stream on a real socket: it keeps what comes, in order. */
export interface LineClient {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly lines: readonly ReceivedLine[]
  readonly texts: readonly string[]
  /** Everything that is not a line. */
  readonly events: readonly ReceivedEvent[]
  readonly ended: boolean
  /** Waits until the lines are exactly these, and fails with the difference when they do not become so. */
  hasExactly(texts: readonly string[]): Promise<void>
  /** Waits until an event of this name came. */
  hears(name: string): Promise<ReceivedEvent>
  /** Stops and goes on reading from the socket. */
  pause(): void
  resume(): void
  close(): void
}

export interface LineClientOptions {
  readonly query?: string
  readonly lastEventId?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** How long a value may take to come, in ms: far more than it needs, so that a slow machine passes. */
const PATIENCE_MS = 20_000

export async function openLineClient(
  url: string,
  options: LineClientOptions = {},
): Promise<LineClient> {
  const lines: ReceivedLine[] = []
  const events: ReceivedEvent[] = []
  let ended = false
  let wanted: readonly string[] | null = null
  const parser = createParser({
    onEvent: ({ event, data, id }) => {
      if (event === undefined) lines.push({ text: data, id: id ?? '' })
      else events.push({ name: event, data })
    },
  })
  const address = new URL(`stream-logs${options.query ?? ''}`, url)
  const headers = {
    Accept: 'text/event-stream',
    ...(options.lastEventId === undefined ? {} : { 'Last-Event-ID': options.lastEventId }),
    ...options.headers,
  }
  const sent = request(address, { headers, agent: false })
  const answer = await answerOf(sent)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  answer.on('data', (chunk: Buffer) => parser.feed(decoder.decode(chunk, { stream: true })))
  answer.on('close', () => {
    ended = true
  })
  answer.on('error', () => {
    ended = true
  })
  const client: LineClient = {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    lines,
    events,
    get texts() {
      return lines.map((line) => line.text)
    },
    get ended() {
      return ended
    },
    async hasExactly(texts) {
      await vi
        .waitUntil(() => lines.length >= texts.length, { timeout: PATIENCE_MS, interval: 10 })
        .catch(() => undefined)
      expectSame(client.texts, texts)
      wanted = texts
    },
    async hears(name) {
      return vi.waitUntil(() => events.find((event) => event.name === name), {
        timeout: PATIENCE_MS,
        interval: 10,
      })
    },
    pause: () => void answer.pause(),
    resume: () => void answer.resume(),
    close: () => void sent.destroy(),
  }
  onTestFinished(() => {
    client.close()
    // Lines that came after the last check are lines too many.
    if (wanted !== null) expectSame(client.texts, wanted)
  })
  return client
}

/** Names the first difference: two lists of thousands of lines say nothing when printed whole. */
function expectSame(got: readonly string[], want: readonly string[]): void {
  const length = Math.max(got.length, want.length)
  for (let at = 0; at < length; at++) {
    if (got[at] === want[at]) continue
    const [a, b] = [got[at], want[at]].map((text) => JSON.stringify(text?.slice(0, 200)))
    throw new Error(`Line ${at} of ${want.length} wanted and ${got.length} got is ${a}, not ${b}.`)
  }
}
