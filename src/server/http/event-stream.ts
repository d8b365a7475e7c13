import type { RequestHandler } from 'express'
import { logId } from '../../shared/protocol.ts'
import { ApiFailure } from './api-failure.ts'
import { enterStream } from './enter-stream.ts'
import type { EventHub } from './event-hub.ts'
import { queryOf } from './query-of.ts'
import { SseResponse } from './sse-response.ts'
import type { StreamLimit } from './stream-limit.ts'

/** When a page that lost its server asks again, in ms: at once for a person, seldom for a server. */
const RETRY_MS = 1000

/**
 * `GET /api/events?follow=<log>`: everything that one window needs to know, over one connection.
 * The first message is the snapshot. A log that is followed may be opened later.
 */
export function eventStream(hub: EventHub, streams: StreamLimit): RequestHandler {
  return (request, response) => {
    const follow = logId.nullable().safeParse(queryOf(request).get('follow'))
    if (!follow.success) throw new ApiFailure('bad-request', 'The parameter `follow` is no log id.')
    enterStream(streams, response)
    const sse = new SseResponse(request, response)
    if (request.method === 'HEAD') return sse.end()
    sse.write(`retry: ${RETRY_MS}\n\n`)
    hub.add(sse, follow.data)
  }
}
