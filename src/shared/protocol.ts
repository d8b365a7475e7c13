/**
 * The messages between the server and the page: what `GET /api/events` sends and what the JSON API
 * answers. Every message is a past fact with one schema here; both ends parse at their border and
 * trust inside.
 */
import { z } from 'zod'
import { ENCODINGS } from './encoding.ts'
import { lineNumber } from './line-number.ts'
import { logId } from './log-id.ts'
import { invalidQuery } from './query.ts'
import { remoteFailure } from './remote-failure.ts'
import { viewId, viewState } from './views.ts'

const count = z.number().int().nonnegative()
const line = count.transform(lineNumber)

export { type LogId, logId } from './log-id.ts'

/** Why a path cannot be read now. The server goes on looking: each of these can pass. */
export const WAIT_REASONS = [
  'missing',
  'denied',
  'directory',
  'fifo',
  'device',
  'socket',
  'link-loop',
  'virtual',
  'compressed',
  'unreadable',
] as const
export const waitReason = z.enum(WAIT_REASONS)
export type WaitReason = z.infer<typeof waitReason>

/** What a log is doing. Times are milliseconds since 1970. */
export const logPhase = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opening') }),
  z.object({ kind: z.literal('following') }),
  z.object({ kind: z.literal('waiting'), reason: waitReason }),
  z.object({ kind: z.literal('connecting') }),
  z.object({ kind: z.literal('live') }),
  z.object({
    kind: z.literal('reconnecting'),
    attempt: count,
    retryAt: z.number(),
    reason: remoteFailure,
  }),
  z.object({ kind: z.literal('ended') }),
  z.object({ kind: z.literal('refused'), reason: remoteFailure }),
])
export type LogPhase = z.infer<typeof logPhase>

export const logOrigin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), path: z.string() }),
  z.object({ kind: z.literal('generator'), path: z.string() }),
  z.object({ kind: z.literal('remote'), url: z.string() }),
])
export type LogOrigin = z.infer<typeof logOrigin>

/** A place between two lines where the file behind the log changed: drawn as a divider above `line`. */
export const MARK_KINDS = ['rotated', 'truncated', 'gap', 'gone', 'back'] as const
export const mark = z.object({
  kind: z.enum(MARK_KINDS),
  /** The first line after the change; equals the number of lines when none came yet. */
  line,
  /** When it was noticed, milliseconds since 1970. */
  at: z.number(),
  /** For a gap: what is known to be lost. */
  bytes: count.nullable(),
  lines: count.nullable(),
})
export type Mark = z.infer<typeof mark>

/** Marks kept per log, newest last. 1 000 rotations of history are more than any screen shows. */
export const MAX_MARKS = 1000

/** One line as the page shows it. */
export const lineText = z.object({
  /** Decoded text without its ending; may be cut, see `cut`. */
  text: z.string(),
  /** Length of the whole line in the file, in bytes, without its ending. */
  bytes: count,
  /** True when `text` is only the beginning. */
  cut: z.boolean(),
})
export type LineText = z.infer<typeof lineText>

/** The state of a log, whole: what the sources list and the status bar show. */
export const logState = z.object({
  id: logId,
  /** Name to show: the file's base name, or host and path of a URL. */
  name: z.string(),
  origin: logOrigin,
  phase: logPhase,
  /** `[first, end)`: the lines that can be read. `first` grows when bytes are gone for good. */
  first: line,
  end: line,
  /** Bytes of the current generation, whole lines and the unfinished one. */
  bytes: count,
  /** Bytes of it that the index covers; line numbers are final when it equals `bytes`. */
  indexed: count,
  /** Lines at level error or fatal that came since the log was opened. */
  errors: count,
  rotations: count,
  encoding: z.enum(ENCODINGS),
  /** `stat` when the system refused to watch and only polling is left. */
  watch: z.enum(['events', 'stat']),
  /** The unfinished last line, cut at 4 KiB; null when there is none. */
  partial: z.string().nullable(),
  marks: z.array(mark).max(MAX_MARKS),
})
export type LogState = z.infer<typeof logState>

export const generatorState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off') }),
  z.object({ kind: z.literal('running'), log: logId, lines: count }),
  z.object({ kind: z.literal('failed'), code: z.string(), path: z.string() }),
])
export type GeneratorState = z.infer<typeof generatorState>

/** What this server lets the page do. */
export const capabilities = z.object({
  /** It can write the generator's log. */
  generator: z.boolean(),
  /** It can connect to remote streams. */
  remote: z.boolean(),
})

export const serverState = z.object({
  version: z.string(),
  /**
   * Another one after every start of the server: a server that was started again may number lines
   * differently, because it knows nothing of generations that were rotated away before.
   */
  instance: z.string(),
  capabilities,
  generator: generatorState,
  logs: z.array(logState),
})
export type ServerState = z.infer<typeof serverState>

/** The counters of a log after lines were appended, and the newest lines for the client that follows it. */
export const appended = z.object({
  kind: z.literal('appended'),
  log: logId,
  end: line,
  bytes: count,
  indexed: count,
  errors: count,
  partial: z.string().nullable(),
  /** The newest lines, ending at `end`; null when this client does not follow or is too slow. */
  newest: z.object({ from: line, lines: z.array(lineText) }).nullable(),
})
export type Appended = z.infer<typeof appended>

/** One message of `GET /api/events`. The first one is always `snapshot`. */
export const serverMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('snapshot'), state: serverState }),
  /** A log was opened, or something other than its counters changed (phase, marks, first, ...). */
  z.object({ kind: z.literal('log'), log: logState }),
  z.object({ kind: z.literal('removed'), log: logId }),
  appended,
  /** A view was opened, or its state changed. */
  z.object({ kind: z.literal('view'), view: viewState }),
  z.object({ kind: z.literal('view-removed'), log: logId, view: viewId }),
  /**
   * All views of a log; those not named are gone. Comes after the snapshot for each log that has
   * views, and to a client that was too slow for the single messages.
   */
  z.object({ kind: z.literal('views'), log: logId, views: z.array(viewState) }),
  z.object({ kind: z.literal('generator'), generator: generatorState }),
  z.object({ kind: z.literal('ping'), at: z.number() }),
])
export type ServerMessage = z.infer<typeof serverMessage>

/** One `message` event of `GET /api/events` carries a JSON array of messages, oldest first. */
export const serverMessages = z.array(serverMessage)

/** Newest lines that one `appended` message carries at most, and their bytes: about four screens. */
export const MAX_NEWEST_LINES = 500
export const MAX_NEWEST_BYTES = 64 * 1024

/** Answer of `GET /api/logs/:id/lines?from&to`: the part of `[from, to)` that could be read. */
export const linesWindow = z.object({
  /** Number of the first of `lines`. */
  from: line,
  lines: z.array(lineText),
  /** The log's `[first, end)` when the window was read. */
  first: line,
  end: line,
})
export type LinesWindow = z.infer<typeof linesWindow>

/** Answer of `GET /api/logs/:id/tail?lines=N`: the last lines, before the index knows their numbers. */
export const linesTail = z.object({ lines: z.array(lineText) })
export type LinesTail = z.infer<typeof linesTail>

/** Lines and bytes of one window at most: a screen has under 200 rows; the server cuts, never grows. */
export const MAX_WINDOW_LINES = 2000
export const MAX_WINDOW_BYTES = 4 * 1024 * 1024

/** A line's text on the page is cut here, in bytes; the whole line stays in the file. */
export const MAX_DISPLAY_LINE_BYTES = 16 * 1024

/** Body of `POST /api/logs`. Files are opened by the shell or the command line, never by a page. */
export const openRequest = z
  .object({ kind: z.literal('remote'), url: z.string().max(8192) })
  .strict()

/** Body of `PATCH /api/logs/:id`: the encoding to read it in from now on. */
export const changeRequest = z.object({ encoding: z.enum(ENCODINGS) }).strict()

/** Why the API refused; the page says each in the user's language. */
export const API_ERRORS = [
  'unauthorized',
  'forbidden-host',
  'forbidden-origin',
  'not-found',
  'bad-request',
  'method-not-allowed',
  'too-large',
  'too-many',
  'url-invalid',
  'url-scheme',
  'url-credentials',
  'url-self',
  'query-invalid',
  'not-available',
  'internal',
] as const
export const apiError = z.object({
  error: z.enum(API_ERRORS),
  detail: z.string(),
  /** With `query-invalid`: where. */
  query: invalidQuery.optional(),
})
export type ApiError = z.infer<typeof apiError>
export type ApiErrorCode = ApiError['error']

/** A `ping` message comes at least this often, in ms: under the 60 s after which proxies hang up. */
export const PING_INTERVAL_MS = 15_000
