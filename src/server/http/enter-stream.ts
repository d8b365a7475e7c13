import type { Response } from 'express'
import { ApiFailure } from './api-failure.ts'
import { STREAM_RETRY_AFTER_S, type StreamLimit } from './stream-limit.ts'

/** Takes a place for the stream that `response` becomes, until it is closed. Throws 503 when all are taken. */
export function enterStream(limit: StreamLimit, response: Response): void {
  const leave = limit.enter()
  if (leave === null) {
    throw new ApiFailure('too-many', 'Too many streams are open: close some, or try again.', {
      headers: { 'Retry-After': String(STREAM_RETRY_AFTER_S) },
    })
  }
  response.once('close', leave)
}
