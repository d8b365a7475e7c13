import type { z } from 'zod'
import type { Encoding } from '../../shared/encoding.ts'
import { type ExportRequest, exportPath } from '../../shared/export.ts'
import { type Histogram, histogram, type LineAt, lineAt } from '../../shared/histogram.ts'
import type { LineNumber } from '../../shared/line-number.ts'
import { type LinePart, linePart } from '../../shared/line-part.ts'
import {
  type ApiErrorCode,
  apiError,
  type LinesTail,
  type LinesWindow,
  type LogId,
  type LogState,
  linesTail,
  linesWindow,
  logState,
  type ServerState,
  serverState,
} from '../../shared/protocol.ts'
import type { InvalidQuery } from '../../shared/query.ts'
import {
  type ViewId,
  type ViewOpened,
  type ViewPlace,
  type ViewState,
  type ViewWindow,
  viewOpened,
  viewPlace,
  viewState,
  viewWindow,
} from '../../shared/views.ts'
import { type HistogramRange, histogramParameters } from './histogram-range.ts'
import type { ViewWish } from './view-wish.ts'

/** What a request came to; `network` when no answer arrived or it could not be read. */
export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | {
      readonly kind: 'refused'
      readonly error: ApiErrorCode | 'network'
      readonly detail: string
      /** With `query-invalid`: where. */
      readonly query?: InvalidQuery | undefined
    }

/** The JSON API of the server behind this page. No method throws; an abort is a refusal too. */
export interface Api {
  logs(): Promise<Answer<ServerState>>
  lines(log: LogId, from: number, to: number, signal?: AbortSignal): Promise<Answer<LinesWindow>>
  tail(log: LogId, lines: number, signal?: AbortSignal): Promise<Answer<LinesTail>>
  /** At most `bytes` of one line, from byte `from` of it. */
  linePart(
    log: LogId,
    line: LineNumber,
    from: number,
    bytes: number,
    signal?: AbortSignal,
  ): Promise<Answer<LinePart>>
  /** Address of the bytes of the log's file, to be saved. */
  rawUrl(log: LogId): string
  /** Address from which lines can be saved. */
  exportUrl(log: LogId, request: ExportRequest): string
  openRemote(url: string): Promise<Answer<LogState>>
  close(log: LogId): Promise<Answer<null>>
  setGenerator(on: boolean): Promise<Answer<null>>
  setEncoding(log: LogId, encoding: Encoding): Promise<Answer<null>>
  openView(log: LogId, request: ViewWish): Promise<Answer<ViewOpened>>
  view(log: LogId, view: ViewId): Promise<Answer<ViewState>>
  closeView(log: LogId, view: ViewId): Promise<Answer<null>>
  /** Ends its search; what was found stays. */
  stopView(log: LogId, view: ViewId): Promise<Answer<ViewState>>
  viewLines(
    log: LogId,
    view: ViewId,
    from: number,
    to: number,
    signal?: AbortSignal,
  ): Promise<Answer<ViewWindow>>
  /** The first row at the line or after it; with `rows` so many around it come along. */
  viewPlace(
    log: LogId,
    view: ViewId,
    line: number,
    signal?: AbortSignal,
    rows?: number,
  ): Promise<Answer<ViewPlace>>
  histogram(log: LogId, range: HistogramRange, signal?: AbortSignal): Promise<Answer<Histogram>>
  /** The first line whose time, in ms since 1970, is that or later. */
  lineAt(log: LogId, time: number, signal?: AbortSignal): Promise<Answer<LineAt>>
}

/** `baseUrl` is the server's address with a slash at the end; empty for the page's own server. */
export function createApi(baseUrl: string): Api {
  return {
    logs: () => ask(`${baseUrl}api/logs`, {}, serverState),
    lines: (log, from, to, signal) =>
      ask(`${baseUrl}api/logs/${log}/lines?from=${from}&to=${to}`, abortable(signal), linesWindow),
    tail: (log, lines, signal) =>
      ask(`${baseUrl}api/logs/${log}/tail?lines=${lines}`, abortable(signal), linesTail),
    linePart: (log, line, from, bytes, signal) =>
      ask(
        `${baseUrl}api/logs/${log}/line?number=${line}&from=${from}&bytes=${bytes}`,
        abortable(signal),
        linePart,
      ),
    rawUrl: (log) => `${baseUrl}api/logs/${log}/raw`,
    exportUrl: (log, request) => `${baseUrl}${exportPath(log, request)}`,
    openRemote: (url) =>
      ask(`${baseUrl}api/logs`, withBody('POST', { kind: 'remote', url }), logState),
    close: (log) => ask(`${baseUrl}api/logs/${log}`, { method: 'DELETE' }, null),
    setGenerator: (on) => ask(`${baseUrl}api/generator`, { method: on ? 'POST' : 'DELETE' }, null),
    setEncoding: (log, encoding) =>
      ask(`${baseUrl}api/logs/${log}`, withBody('PATCH', { encoding }), null),
    openView: (log, request) =>
      ask(`${baseUrl}api/logs/${log}/views`, withBody('POST', request), viewOpened),
    view: (log, view) => ask(`${baseUrl}api/logs/${log}/views/${view}`, {}, viewState),
    closeView: (log, view) =>
      ask(`${baseUrl}api/logs/${log}/views/${view}`, { method: 'DELETE' }, null),
    stopView: (log, view) =>
      ask(`${baseUrl}api/logs/${log}/views/${view}/stop`, { method: 'POST' }, viewState),
    viewLines: (log, view, from, to, signal) =>
      ask(
        `${baseUrl}api/logs/${log}/views/${view}/lines?from=${from}&to=${to}`,
        abortable(signal),
        viewWindow,
      ),
    viewPlace: (log, view, line, signal, rows = 0) =>
      ask(
        `${baseUrl}api/logs/${log}/views/${view}/row?line=${line}&rows=${rows}`,
        abortable(signal),
        viewPlace,
      ),
    histogram: (log, range, signal) =>
      ask(
        `${baseUrl}api/logs/${log}/histogram?${histogramParameters(range)}`,
        abortable(signal),
        histogram,
      ),
    lineAt: (log, time, signal) =>
      ask(`${baseUrl}api/logs/${log}/line-at?time=${time}`, abortable(signal), lineAt),
  }
}

function abortable(signal: AbortSignal | undefined): RequestInit {
  return signal === undefined ? {} : { signal }
}

function withBody(method: string, body: unknown): RequestInit {
  return {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}

async function ask(url: string, init: RequestInit, schema: null): Promise<Answer<null>>
async function ask<T>(url: string, init: RequestInit, schema: z.ZodType<T>): Promise<Answer<T>>
async function ask<T>(
  url: string,
  init: RequestInit,
  schema: z.ZodType<T> | null,
): Promise<Answer<T | null>> {
  try {
    const response = await fetch(url, init)
    if (!response.ok) return await refusalOf(response)
    if (schema === null) return { kind: 'ok', value: null }
    const parsed = schema.safeParse(await response.json())
    if (parsed.success) return { kind: 'ok', value: parsed.data }
    return { kind: 'refused', error: 'internal', detail: parsed.error.message }
  } catch (error) {
    return { kind: 'refused', error: 'network', detail: String(error) }
  }
}

/** Reads why a request was refused; an answer that is none of ours counts by its status. */
export async function refusalOf(
  response: Response,
): Promise<Extract<Answer<never>, { kind: 'refused' }> & { error: ApiErrorCode }> {
  const text = await response.text().catch(() => '')
  const parsed = apiError.safeParse(parseJson(text))
  if (parsed.success) return { kind: 'refused', ...parsed.data }
  return { kind: 'refused', error: codeOfStatus(response.status), detail: `${response.status}` }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function codeOfStatus(status: number): ApiErrorCode {
  switch (status) {
    case 400:
      return 'bad-request'
    case 401:
      return 'unauthorized'
    case 403:
      return 'forbidden-origin'
    case 404:
      return 'not-found'
    case 405:
      return 'method-not-allowed'
    case 413:
      return 'too-large'
    case 421:
      return 'forbidden-host'
    case 429:
    case 503:
      return 'too-many'
    default:
      return 'internal'
  }
}
