import { Router } from 'express'
import { assertNever } from '../../shared/assert-never.ts'
import { lineNumber } from '../../shared/line-number.ts'
import type { LinePart } from '../../shared/line-part.ts'
import type { LinePartRead } from '../log/line-part.ts'
import { ApiFailure } from './api-failure.ts'
import { logOf } from './log-of-request.ts'
import type { Logs } from './logs.ts'
import { onlyMethods } from './only-methods.ts'
import { queryOf } from './query-of.ts'
import { wholeNumber } from './whole-number.ts'

/** `/api/logs/:id/line`: a part of one line, of which windows show only the beginning. */
export function linePartRoute(logs: Logs): Router {
  const router = Router({ caseSensitive: true, strict: true })
  router
    .route('/:id/line')
    .get(async (request, response) => {
      const log = logOf(logs, request)
      const query = queryOf(request)
      const line = lineNumber(wholeNumber(query, 'number'))
      const from = wholeNumber(query, 'from')
      const bytes = wholeNumber(query, 'bytes')
      if (bytes === 0) {
        throw new ApiFailure('bad-request', 'The parameter `bytes` must be a whole number from 1.')
      }
      response.json(partOrRefusal(await log.linePart(line, from, bytes)))
    })
    .all(onlyMethods('GET', 'HEAD'))
  return router
}

function partOrRefusal(read: LinePartRead): LinePart {
  switch (read.kind) {
    case 'part':
      return read.part
    case 'no-line':
      throw new ApiFailure('not-found', 'There is no line of this number.')
    case 'gone':
      throw new ApiFailure('not-available', 'The bytes of this line are gone from its file.')
    default:
      return assertNever(read, 'line part')
  }
}
