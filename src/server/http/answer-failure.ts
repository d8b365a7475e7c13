import type { ErrorRequestHandler, Request, Response } from 'express'
import type { ApiError } from '../../shared/protocol.ts'
import type { OwnLog } from '../own-log.ts'
import { ApiFailure } from './api-failure.ts'
import { isPagePath, pathOf } from './page-path.ts'

/**
 * The one error handler. Refusals are answered as they say; what body and file middleware refuse is
 * put into our words; anything else is a fault of ours: it is written to the server's own log with
 * its stack, and the client learns only that it happened.
 */
export function answerFailure(ownLog: OwnLog): ErrorRequestHandler {
  // Express tells error handlers by their four parameters.
  return (error: unknown, request, response, _next) => {
    // The client left in the middle of its request: nobody is there to be told.
    if (request.destroyed && !request.complete) return
    const failure = asFailure(error)
    if (failure.code === 'internal') {
      ownLog.error('A request failed.', {
        method: request.method,
        path: pathOf(request.originalUrl),
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      })
    }
    if (response.headersSent) {
      // Too late to say it: an answer cut short must not look whole.
      request.socket.destroy()
      return
    }
    send(failure, request, response)
  }
}

function asFailure(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error
  const status = statusOf(error)
  switch (status) {
    case null:
      return new ApiFailure('internal', 'The server failed at this request; its log says why.')
    case 403:
    case 404:
      return new ApiFailure('not-found', 'There is nothing at this address.')
    case 413:
      return new ApiFailure('too-large', 'The body is too large.')
    default:
      return new ApiFailure('bad-request', 'The request is malformed.', { status })
  }
}

/** The 4xx that Express and its middleware put on the errors that a client caused; else null. */
function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null
  const { status } = error
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null
}

function send(failure: ApiFailure, request: Request, response: Response): void {
  response.status(failure.status).set(failure.headers)
  if (isPagePath(pathOf(request.originalUrl))) {
    response.type('text/plain').send(`${failure.message}\n`)
    return
  }
  const { code, message, query } = failure
  const body: ApiError = { error: code, detail: message, ...(query === null ? {} : { query }) }
  response.json(body)
}
