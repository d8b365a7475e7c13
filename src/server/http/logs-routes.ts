import { pipeline } from 'node:stream/promises'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import { downloadName } from '../../shared/download-name.ts'
import { lineNumber } from '../../shared/line-number.ts'
import {
  changeRequest,
  MAX_WINDOW_LINES,
  openRequest,
  type ServerState,
} from '../../shared/protocol.ts'
import { errorCode } from '../error-code.ts'
import type { Log } from '../log/log.ts'
import { parseRemoteUrl } from '../source/remote-url.ts'
import { ApiFailure } from './api-failure.ts'
import { exportRoute } from './export-route.ts'
import { linePartRoute } from './line-part-route.ts'
import { logOf, noSuchLog } from './log-of-request.ts'
import type { Logs, OpenRemote } from './logs.ts'
import { onlyMethods } from './only-methods.ts'
import { parseBody } from './parse-body.ts'
import { queryOf } from './query-of.ts'
import { readJson } from './request-body.ts'
import { timeRoutes } from './time-routes.ts'
import { viewsRoutes } from './views-routes.ts'
import { wholeNumber } from './whole-number.ts'
import { windowRange } from './window-range.ts'

/** What `/api/logs` serves and opens. */
export interface LogsRoutesOptions {
  readonly logs: Logs
  readonly state: () => ServerState
  /** Null where this server does not connect to remote streams. */
  readonly openRemote: OpenRemote | null
  /** Whether an address is this server's own: its streams would be read back into themselves. */
  readonly isOwnAddress: (url: URL) => boolean
}

/** `/api/logs` and everything below it. */
export function logsRoutes(options: LogsRoutesOptions): Router {
  const { logs } = options
  const router = Router({ caseSensitive: true, strict: true })
  router
    .route('/')
    .get((_request, response) => {
      response.json(options.state())
    })
    .post(readJson, connect(options))
    .all(onlyMethods('GET', 'HEAD', 'POST'))
  router
    .route('/:id')
    .patch(readJson, (request, response) => {
      const log = logOf(logs, request)
      const change = parseBody(changeRequest, request.body)
      log.setEncoding(change.encoding)
      response.json(log.state())
    })
    .delete(async (request, response) => {
      if (!(await logs.remove(logOf(logs, request).id))) throw noSuchLog()
      response.status(204).end()
    })
    .all(onlyMethods('PATCH', 'DELETE'))
  router
    .route('/:id/lines')
    .get(async (request, response) => {
      const log = logOf(logs, request)
      const { from, to } = windowRange(queryOf(request))
      response.json(await log.lines(lineNumber(from), lineNumber(to)))
    })
    .all(onlyMethods('GET', 'HEAD'))
  router
    .route('/:id/tail')
    .get(async (request, response) => {
      const log = logOf(logs, request)
      const count = wholeNumber(queryOf(request), 'lines')
      response.json(await log.tail(Math.min(count, MAX_WINDOW_LINES)))
    })
    .all(onlyMethods('GET', 'HEAD'))
  router
    .route('/:id/raw')
    .get((request, response) => sendRaw(logOf(logs, request), request, response))
    .all(onlyMethods('GET', 'HEAD'))
  router.use(exportRoute(logs))
  router.use(linePartRoute(logs))
  router.use(viewsRoutes(logs))
  router.use(timeRoutes(logs))
  return router
}

function connect({ openRemote, isOwnAddress }: LogsRoutesOptions): RequestHandler {
  return (request, response) => {
    if (openRemote === null) {
      throw new ApiFailure('not-available', 'This server does not connect to remote streams.')
    }
    const remote = parseRemoteUrl(parseBody(openRequest, request.body).url)
    if (remote.kind === 'refused') throw new ApiFailure(remote.error, REFUSED_URL[remote.error])
    if (isOwnAddress(remote.url)) {
      throw new ApiFailure('url-self', 'This is the address of this very server.')
    }
    response.json(openRemote(remote.url, remote.authorization).state())
  }
}

const REFUSED_URL = {
  'url-invalid': 'This is no address of a stream.',
  'url-scheme': 'Only http and https addresses can be read.',
  'url-credentials': 'An address must not hold a name or a password.',
} as const

async function sendRaw(log: Log, request: Request, response: Response): Promise<void> {
  response.attachment(downloadName(log.state().name))
  // The charset is not known for sure, and the bytes are sent as they are: say nothing about it.
  response.setHeader('Content-Type', 'text/plain')
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  try {
    await pipeline(log.raw(), response)
  } catch (error) {
    // A client that leaves in the middle of a download is no failure.
    if (errorCode(error) !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}
