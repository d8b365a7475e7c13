import { type Request, type RequestHandler, Router } from 'express'
import { type LineNumber, lineNumber } from '../../shared/line-number.ts'
import { rowNumber } from '../../shared/row-number.ts'
import { type ViewList, type ViewOpened, type ViewPlace, viewRequest } from '../../shared/views.ts'
import { compileQuery } from '../engine/search/compile-query.ts'
import type { LogView } from '../log/view.ts'
import { viewOpening } from '../log/view-opening.ts'
import { ApiFailure } from './api-failure.ts'
import { logOf } from './log-of-request.ts'
import type { Logs } from './logs.ts'
import { onlyMethods } from './only-methods.ts'
import { parseBody } from './parse-body.ts'
import { queryOf } from './query-of.ts'
import { readJson } from './request-body.ts'
import { wholeNumber } from './whole-number.ts'
import { windowRange } from './window-range.ts'

/** `/api/logs/:id/views` and everything below it: searches and filters. */
export function viewsRoutes(logs: Logs): Router {
  const router = Router({ caseSensitive: true, strict: true })
  router
    .route('/:id/views')
    .get((request, response) => {
      const views = logOf(logs, request).views.list()
      response.json({ views: views.map((view) => view.state()) } satisfies ViewList)
    })
    .post(readJson, open(logs))
    .all(onlyMethods('GET', 'HEAD', 'POST'))
  router
    .route('/:id/views/:view')
    .get((request, response) => {
      response.json(viewOf(logs, request).state())
    })
    .delete((request, response) => {
      if (!logOf(logs, request).views.remove(request.params.view)) throw noSuchView()
      response.status(204).end()
    })
    .all(onlyMethods('GET', 'HEAD', 'DELETE'))
  router
    .route('/:id/views/:view/lines')
    .get(async (request, response) => {
      const view = viewOf(logs, request)
      const { from, to } = windowRange(queryOf(request))
      response.json(await view.window(rowNumber(from), rowNumber(to)))
    })
    .all(onlyMethods('GET', 'HEAD'))
  router
    .route('/:id/views/:view/row')
    .get(async (request, response) => {
      const view = viewOf(logs, request)
      const query = queryOf(request)
      const line = lineNumber(wholeNumber(query, 'line'))
      const rows = query.has('rows') ? wholeNumber(query, 'rows') : 0
      response.json(await placeWithRows(view, line, rows))
    })
    .all(onlyMethods('GET', 'HEAD'))
  router
    .route('/:id/views/:view/stop')
    .post((request, response) => {
      const view = viewOf(logs, request)
      view.stop()
      response.json(view.state())
    })
    .all(onlyMethods('POST'))
  return router
}

function open(logs: Logs): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { views } = logOf(logs, request)
    const { replaces, opening, ...wanted } = parseBody(viewRequest, request.body)
    const compiled = compileQuery(wanted.query)
    if (compiled.kind === 'invalid') {
      throw new ApiFailure('query-invalid', 'One of the patterns has a mistake.', {
        query: compiled,
      })
    }
    if (wanted.time !== null && !views.knowsTimes) {
      throw new ApiFailure('not-available', 'Lines of this log cannot be found by their times.')
    }
    if (replaces !== null) views.remove(replaces)
    const view = views.open(wanted)
    const rows = opening && (await viewOpening(views, view, opening))
    response.status(201).json({ ...view.state(), opening: rows } satisfies ViewOpened)
  }
}

async function placeWithRows(view: LogView, line: LineNumber, rows: number): Promise<ViewPlace> {
  const place = await view.place(line)
  if (rows === 0 || place.row >= place.end) return place
  return { ...place, window: await view.around(place.row, rows, Math.floor(rows / 2)) }
}

function viewOf(logs: Logs, request: Request<{ id: string; view: string }>): LogView {
  const view = logOf(logs, request).views.get(request.params.view)
  if (view === undefined) throw noSuchView()
  return view
}

function noSuchView(): ApiFailure {
  return new ApiFailure('not-found', 'There is no view of this id.')
}
