import type { Request } from 'express'
import type { Log } from '../log/log.ts'
import { ApiFailure } from './api-failure.ts'
import type { Logs } from './logs.ts'

/** The log that the address names; refuses with 404 when it is not open. */
export function logOf(logs: Logs, request: Request<{ id: string }>): Log {
  const log = logs.get(request.params.id)
  if (log === undefined) throw noSuchLog()
  return log
}

/** What a request for a log that is not open is refused with. */
export function noSuchLog(): ApiFailure {
  return new ApiFailure('not-found', 'There is no log of this id.')
}
