import type { Request, RequestHandler } from 'express'
import { assertNever } from '../../shared/assert-never.ts'
import type { WaitReason } from '../../shared/protocol.ts'
import type { Generation } from '../follow/generation.ts'
import type { FileLog } from '../log/file-log.ts'
import { createLineReader, type LineReader } from '../log/line-reader.ts'
import { type Position, positionAtStart, positionBeforeLast } from '../log/position.ts'
import type { LogRegistry } from '../log/registry.ts'
import { type GapReason, resumeAfter } from '../log/resume.ts'
import { createTimeline, type TimelineEvent } from '../log/timeline.ts'
import { ApiFailure } from './api-failure.ts'
import { encodeNamedEvent } from './encode-line-event.ts'
import { enterStream } from './enter-stream.ts'
import { createSharedPieces, type ReadLinePiece, readLinePiece } from './line-pieces.ts'
import { queryOf } from './query-of.ts'
import { SseResponse } from './sse-response.ts'
import type { StreamLimit } from './stream-limit.ts'
import { parseStreamQuery, type StreamQuery } from './stream-query.ts'

/** How long a client waits before it reconnects, in ms. */
export const RETRY_MS = 3000

/** A `ping` event comes this often, in ms; idle proxies hang up after 30 to 60 s. */
const STREAM_PING_MS = 15_000

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
    const query = acceptedQuery(request)
    const log = query.log === null ? registry.list()[0] : registry.get(query.log)
    if (log === undefined) {
      throw new ApiFailure('not-found', 'No log with this id is open: GET /api/logs lists them.')
    }
    if (request.method === 'HEAD') return new SseResponse(request, response).end()
    enterStream(streams, response)
    // The start is fixed before the client knows that it is connected: what is written to the log
    // from then on comes after it.
    await log.looked()
    const start = await findStart(log, query)
    const sse = new SseResponse(request, response)
    shutdown.addEventListener('abort', () => sse.end(), { once: true, signal: sse.signal })
    await sendLines(sse, log, start, query.filter, piecesOf(log, query.filter))
  }
}

function acceptedQuery(request: Request): AcceptedQuery {
  const query = parseStreamQuery(queryOf(request), lastEventIdOf(request))
  if (query.kind === 'bad') throw new ApiFailure('bad-request', query.detail)
  return query
}

/** Browsers send the header as UTF-8, Node reads headers as latin1. */
function lastEventIdOf(request: Request): string | undefined {
  const header = request.headers['last-event-id']
  if (typeof header !== 'string') return undefined
  return Buffer.from(header, 'latin1').toString('utf8')
}

/** Where a stream starts: in the log as it is followed, maybe after files that were rotated away before. */
interface Start {
  readonly gap: GapReason | null
  readonly past: readonly Generation[]
  /** Where to start in the first of `past`. */
  readonly pastOffset: number
  readonly position: Position
}

async function findStart(log: FileLog, query: AcceptedQuery): Promise<Start> {
  const start = { gap: null, past: [], pastOffset: 0 }
  const { timeline } = log
  if (query.lastEventId === null) {
    const position =
      query.tail === 'all'
        ? positionAtStart(timeline)
        : await positionBeforeLast(timeline, query.tail)
    return { ...start, position }
  }
  const resumption = await resumeAfter(timeline, log.path, query.lastEventId)
  switch (resumption.kind) {
    case 'resumed':
      return { ...start, position: resumption.position }
    case 'lost':
      return { ...start, gap: resumption.reason, position: resumption.position }
    case 'rotated-away': {
      const { generations, from } = resumption
      const position = positionAtStart(timeline)
      return { gap: null, past: generations, pastOffset: from, position }
    }
    default:
      return assertNever(resumption, 'resumption')
  }
}

async function sendLines(
  sse: SseResponse,
  log: FileLog,
  start: Start,
  filter: string | null,
  read: ReadLinePiece,
): Promise<void> {
  const wake = createWake()
  const forget = log.onChange(wake.ring)
  sse.onClose(wake.ring)
  const ping = setInterval(() => {
    if (sse.writable) sse.write(encodeNamedEvent('ping', new Date().toISOString()))
  }, STREAM_PING_MS)
  try {
    await send(sse, `retry: ${RETRY_MS}\n\n`)
    const { phase } = log.state()
    if (phase.kind === 'waiting') await send(sse, encodeEvent(eventNow('gone', phase.reason)))
    if (start.gap !== null) await send(sse, encodeEvent(eventNow('gap', start.gap)))
    await sendPast(sse, start, filter)
    const reader = createLineReader(log.timeline, start.position, read, () => log.look())
    // The timeline begins with the first file: that there is one after none is told here.
    let awaited = phase.kind === 'waiting' && log.timeline.entries.length === 0
    while (!sse.closed) {
      if (awaited && log.timeline.entries.length > 0) {
        awaited = false
        await send(sse, encodeEvent(eventNow('back', null)))
      }
      await sendAll(sse, reader)
      await wake.rung()
    }
  } finally {
    clearInterval(ping)
    forget()
    sse.end()
    await Promise.all(start.past.map((generation) => generation.close()))
  }
}

/** The rest of the files that were rotated away while nobody looked. */
async function sendPast(sse: SseResponse, start: Start, filter: string | null): Promise<void> {
  const past = createTimeline()
  for (const [at, generation] of start.past.entries()) {
    past.extend(generation, at === 0 ? start.pastOffset : 0, generation.finished)
    past.happen({ kind: 'rotated', at: Date.now(), reason: null, bytes: null, lines: null })
  }
  const read: ReadLinePiece = (extent, offset) => readLinePiece(extent, offset, filter)
  await sendAll(
    sse,
    createLineReader(past, positionAtStart(past), read, () => undefined),
  )
}

/** Sends until nothing more is there or the client left. */
async function sendAll(sse: SseResponse, reader: LineReader<Buffer>): Promise<void> {
  while (!sse.closed) {
    const item = await reader.next()
    if (item === null) return
    await send(sse, item.kind === 'piece' ? item.payload : encodeEvent(item.event))
  }
}

function eventNow(
  kind: 'gone' | 'back' | 'gap',
  reason: WaitReason | GapReason | null,
): TimelineEvent {
  return { kind, at: Date.now(), reason, bytes: null, lines: null }
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
