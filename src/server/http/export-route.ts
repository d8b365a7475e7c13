import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Request, type Response, Router } from 'express'
import {
  EXPORT_FORMATS,
  type ExportRequest,
  exportQuery,
  MAX_EXPORTS,
} from '../../shared/export.ts'
import { EXPORT_FILES } from '../../shared/export-files.ts'
import { errorCode } from '../error-code.ts'
import { ExportFailed } from '../log/export-failed.ts'
import type { ExportPiece } from '../log/export-piece.ts'
import type { Log } from '../log/log.ts'
import { ApiFailure } from './api-failure.ts'
import { enterStream } from './enter-stream.ts'
import { createExportEncoder, type ExportEncoder } from './export-encoder.ts'
import { exportName } from './export-name.ts'
import { logOf } from './log-of-request.ts'
import type { Logs } from './logs.ts'
import { onlyMethods } from './only-methods.ts'
import { queryOf } from './query-of.ts'
import { StreamLimit } from './stream-limit.ts'

/** `/api/logs/:id/export`: a log, a view or a range of either as a download of any size. */
export function exportRoute(logs: Logs): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const open = new StreamLimit(MAX_EXPORTS)
  router
    .route('/:id/export')
    .get(async (request, response) => {
      const log = logOf(logs, request)
      const wanted = wantedOf(log, request)
      if (request.method === 'HEAD') {
        describe(log, wanted, response)
        response.end()
        return
      }
      enterStream(open, response)
      await send(log, wanted, response)
    })
    .all(onlyMethods('GET', 'HEAD'))
  return router
}

function wantedOf(log: Log, request: Request): ExportRequest {
  const query = queryOf(request)
  const texts = ['format', 'view', 'from', 'to', 'numbers'].map((name) => [name, query.get(name)])
  const parsed = exportQuery.safeParse(
    Object.fromEntries(texts.filter(([, value]) => value !== null)),
  )
  if (!parsed.success) {
    throw new ApiFailure(
      'bad-request',
      `The parameters are format (${EXPORT_FORMATS.join(', ')}), view, from and to (whole numbers from 0), numbers (0, 1).`,
    )
  }
  const { format, view = null, from = null, to = null, numbers } = parsed.data
  if (view !== null && log.views.get(view) === undefined) {
    throw new ApiFailure('not-found', 'There is no view of this id.')
  }
  const isNumbered = numbers === undefined ? format !== 'text' : numbers === '1'
  return { format, view, from, to, numbers: isNumbered }
}

function describe(log: Log, wanted: ExportRequest, response: Response): void {
  response.attachment(exportName(log.state().name, wanted))
  response.setHeader('Content-Type', `${EXPORT_FILES[wanted.format].mediaType}; charset=utf-8`)
}

async function send(log: Log, wanted: ExportRequest, response: Response): Promise<void> {
  const left = new AbortController()
  response.once('close', () => left.abort())
  const encoder = createExportEncoder(wanted.format, wanted.numbers)
  const pieces = log.export(wanted, left.signal)
  try {
    // What cannot be sent at all is refused in words: after the head only a cut answer can tell.
    const first = await pieces.next()
    describe(log, wanted, response)
    await pipeline(Readable.from(encoded(first, pieces, encoder)), response)
  } catch (error) {
    // A client that leaves in the middle of a download is no failure.
    if (left.signal.aborted || errorCode(error) === 'ERR_STREAM_PREMATURE_CLOSE') return
    if (!(error instanceof ExportFailed)) throw error
    if (!response.headersSent) throw new ApiFailure('not-available', error.message)
    response.destroy()
  }
}

/** One piece at a time: the next is read when the client took this one. */
async function* encoded(
  first: IteratorResult<ExportPiece, void>,
  rest: AsyncGenerator<ExportPiece, void>,
  { start, encode }: ExportEncoder,
): AsyncGenerator<Buffer, void> {
  try {
    if (start !== '') yield Buffer.from(start)
    if (first.done === true) return
    yield Buffer.from(encode(first.value))
    for await (const piece of rest) yield Buffer.from(encode(piece))
  } finally {
    await rest.return()
  }
}
