import type { Request, RequestHandler } from 'express'
import type { FileLog } from '../log/file-log.ts'
import { createLineReader, type LineReader } from '../log/line-reader.ts'
import { type Position, positionAtStart, positionBeforeLast } from '../log/position.ts'
import type { LogRegistry } from '../log/registry.ts'
import { resumeAfter } from '../log/resume.ts'
import { createTimeline, type TimelineEvent } from '../log/timeline.ts'
import { ApiFailure } from './api-failure.ts'
import { encodeNamedEvent } from './encode-line-event.ts'
import { enterStream } from './enter-stream.ts'
import { createSharedPieces, type ReadLinePiece, readLinePiece } from './line-pieces.ts'
import { SseResponse } from './sse-response.ts'
import type { StreamLimit } from './stream-limit.ts'
import { parseStreamQuery, type StreamQuery } from './stream-query.ts'

/** How long a client waits before it reconnects, in ms. */
export const RETRY_MS = 3000

/** A `ping` event comes this often, in ms; idle proxies hang up after 30 to 60 s. */
export const STREAM_PING_MS = 15_000

export interface LineStreamOptions {
  readonly registry: LogRegistry
  /** Aborted when the server closes: every stream ends. */
  readonly shutdown: AbortSignal
  readonly streams: StreamLimit
}

type AcceptedQuery = Extract<StreamQuery, { kind: 'ok' }>

/** `GET /stream-logs`: the public line stream, one `message` event per line. */
export function lineStream(options: LineStreamOptions): RequestHandler {
  const { registry, shutdown, streams } = options
  const shared = new WeakMap<FileLog, ReadLinePiece>()

  function piecesOf(log: FileLog, filter: string | null): ReadLinePiece {
    if (filter !== null) return (extent, offset) => readLinePiece(extent, offset, filter)
    const pieces = shared.get(log) ?? createSharedPieces()
    shared.set(log, pieces)
    return pieces
  }

  return async (request, response) => {
    const query = queryOf(request)
    const log = query.log === null ? registry.list()[0] : registry.get(query.log)
    if (log === undefined) {
      throw new ApiFailure('not-found', 'No log with this id is open: GET /api/logs lists them.')
    }
    enterStream(streams, response)
    const sse = new SseResponse(request, response)
    shutdown.addEventListener('abort', () => sse.end(), { once: true, signal: sse.signal })
    sse.write(`retry: ${RETRY_MS}\n\n`)
    await log.looked()
    const { phase } = log.state()
    if (phase.kind === 'waiting') await send(sse, encodeNamedEvent('gone', JSON.stringify(phase)))
    await sendLines(sse, log, query, piecesOf(log, query.filter))
  }
}

function queryOf(request: Request): AcceptedQuery {
  const { searchParams } = new URL(request.originalUrl, 'http://rastro')
  const query = parseStreamQuery(searchParams, lastEventIdOf(request))
  if (query.kind === 'bad') throw new ApiFailure('bad-request', query.detail)
  return query
}

/** Browsers send the header as UTF-8, Node reads headers as latin1. */
function lastEventIdOf(request: Request): string | undefined {
  const header = request.headers['last-event-id']
  if (typeof header !== 'string') return undefined
  return Buffer.from(header, 'latin1').toString('utf8')
}

async function sendLines(
  sse: SseResponse,
  log: FileLog,
  query: AcceptedQuery,
  read: ReadLinePiece,
): Promise<void> {
  const wake = createWake()
  const forget = log.onChange(wake.ring)
  sse.onClose(wake.ring)
  const ping = setInterval(() => {
    if (sse.writable) sse.write(encodeNamedEvent('ping', new Date().toISOString()))
  }, STREAM_PING_MS)
  try {
    for await (const reader of readers(sse, log, query, read)) {
      await sendAll(sse, reader, wake)
    }
  } finally {
    clearInterval(ping)
    forget()
    sse.end()
  }
}

/** The readers to send, one after the other; the last one follows the log for ever. */
async function* readers(
  sse: SseResponse,
  log: FileLog,
  query: AcceptedQuery,
  read: ReadLinePiece,
): AsyncGenerator<{ readonly reader: LineReader<Buffer>; readonly follows: boolean }> {
  const { timeline } = log
  const follow = (start: Position) => ({
    reader: createLineReader(timeline, start, read, () => log.look()),
    follows: true,
  })
  if (query.lastEventId === null) {
    if (query.tail === 'all') yield follow(positionAtStart(timeline))
    else yield follow(await positionBeforeLast(timeline, query.tail))
    return
  }
  const resumption = await resumeAfter(timeline, log.path, query.lastEventId)
  if (resumption.kind === 'resumed') return yield follow(resumption.position)
  if (resumption.kind === 'lost') {
    const { reason, position } = resumption
    await send(sse, encodeEvent({ kind: 'gap', at: Date.now(), reason, bytes: null, lines: null }))
    return yield follow(position)
  }
  const past = createTimeline()
  let from = resumption.from
  for (const generation of resumption.generations) {
    past.extend(generation, from, generation.finished)
    past.happen({ kind: 'rotated', at: Date.now(), reason: null, bytes: null, lines: null })
    from = 0
  }
  try {
    const readPast: ReadLinePiece = (extent, offset) => readLinePiece(extent, offset, query.filter)
    const start = positionAtStart(past)
    yield { reader: createLineReader(past, start, readPast, () => undefined), follows: false }
  } finally {
    await Promise.all(resumption.generations.map((generation) => generation.close()))
  }
  yield follow(positionAtStart(timeline))
}

async function sendAll(
  sse: SseResponse,
  { reader, follows }: { readonly reader: LineReader<Buffer>; readonly follows: boolean },
  wake: Wake,
): Promise<void> {
  while (!sse.closed) {
    const item = await reader.next()
    if (item === null) {
      if (!follows) return
      await wake.rung()
      continue
    }
    await send(sse, item.kind === 'piece' ? item.payload : encodeEvent(item.event))
  }
}

async function send(sse: SseResponse, piece: string | Buffer): Promise<void> {
  // A filter may leave nothing of a piece.
  if (piece.length === 0 || sse.closed) return
  await sse.drained()
  if (!sse.write(piece)) await sse.drained()
}

function encodeEvent({ kind, at, reason, bytes, lines }: TimelineEvent): string {
  return encodeNamedEvent(
    kind,
    JSON.stringify({ at: new Date(at).toISOString(), reason, bytes, lines }),
  )
}

interface Wake {
  readonly ring: () => void
  /** Resolves at the next ring, or at once when it rang since the last time. */
  readonly rung: () => Promise<void>
}

function createWake(): Wake {
  let pending = false
  let resume: (() => void) | null = null
  return {
    ring() {
      pending = true
      resume?.()
    },
    rung() {
      return new Promise((resolve) => {
        const done = () => {
          pending = false
          resume = null
          resolve()
        }
        if (pending) done()
        else resume = done
      })
    },
  }
}
