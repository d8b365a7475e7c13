import { type Request, Router } from 'express'
import { type Histogram, type LineAt, MAX_BUCKETS } from '../../shared/histogram.ts'
import type { Log } from '../log/log.ts'
import type { HistogramRequest } from '../log/survey.ts'
import { ApiFailure } from './api-failure.ts'
import { logOf } from './log-of-request.ts'
import type { Logs } from './logs.ts'
import { onlyMethods } from './only-methods.ts'
import { queryOf } from './query-of.ts'
import { wholeNumber } from './whole-number.ts'

/** Buckets of a histogram of which nobody says how many it shall have. */
const DEFAULT_BUCKETS = 200

/** The farthest times that a Date can have (ECMA-262, 21.4.1.1): line numbers stay below too. */
const MAX_PLACE = 8.64e15

/** `/api/logs/:id/histogram` and `/api/logs/:id/line-at`: how a log lies in time. */
export function timeRoutes(logs: Logs): Router {
  const router = Router({ caseSensitive: true, strict: true })
  router
    .route('/:id/histogram')
    .get(async (request, response) => {
      const log = logOf(logs, request)
      const answer = await log.survey.histogram(wantedOf(log, request))
      response.json({ ...answer, zone: ownZone() } satisfies Histogram)
    })
    .all(onlyMethods('GET', 'HEAD'))
  router
    .route('/:id/line-at')
    .get(async (request, response) => {
      const log = logOf(logs, request)
      const time = place(queryOf(request), 'time')
      if (time === null) throw badPlace('time')
      const answer = await log.survey.lineAt(time)
      response.json({ ...answer, zone: ownZone() } satisfies LineAt)
    })
    .all(onlyMethods('GET', 'HEAD'))
  return router
}

/** The zone in which this server runs, as it is now: a laptop travels. */
function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

function wantedOf(log: Log, request: Request): HistogramRequest {
  const query = queryOf(request)
  const from = place(query, 'from')
  const to = place(query, 'to')
  if (from !== null && to !== null && to < from) {
    throw new ApiFailure('bad-request', 'The parameter `to` is below `from`.')
  }
  const buckets = query.has('buckets') ? wholeNumber(query, 'buckets') : DEFAULT_BUCKETS
  if (buckets < 1 || buckets > MAX_BUCKETS) {
    throw new ApiFailure('bad-request', `The parameter \`buckets\` must be 1 to ${MAX_BUCKETS}.`)
  }
  const id = query.get('view')
  const view = id === null ? null : log.views.get(id)
  if (view === undefined) throw new ApiFailure('not-found', 'There is no view of this id.')
  const by = query.get('by') ?? 'time'
  if (by !== 'time' && by !== 'position') {
    throw new ApiFailure('bad-request', 'The parameter `by` must be time or position.')
  }
  const wanted = { from, to, buckets, byPosition: by === 'position' }
  if (view === null) return { ...wanted, rows: null }
  return { ...wanted, rows: view.tally, view: view.state(), entryRule: view.entryRule }
}

/** A time in ms since 1970 or the number of a line; null when it is left out. Refuses others with 400. */
function place(query: URLSearchParams, name: string): number | null {
  const text = query.get(name)
  if (text === null) return null
  const value = /^-?\d{1,16}(?:\.\d{1,20})?$/.test(text) ? Number(text) : Number.NaN
  if (Math.abs(value) <= MAX_PLACE) return value
  throw badPlace(name)
}

function badPlace(name: string): ApiFailure {
  return new ApiFailure(
    'bad-request',
    `The parameter \`${name}\` must be a time in milliseconds since 1970, or a line's number.`,
  )
}
