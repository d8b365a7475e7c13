import type { Encoding } from '../../shared/encoding.ts'
import type { ExportRequest } from '../../shared/export.ts'
import type { Histogram, LineAt } from '../../shared/histogram.ts'
import type { LineNumber } from '../../shared/line-number.ts'
import type { ApiErrorCode, LogId, LogPhase, ServerMessage } from '../../shared/protocol.ts'
import type { InvalidQuery } from '../../shared/query.ts'
import type { ViewId, ViewPlace, ViewState } from '../../shared/views.ts'
import type { Action } from './action.ts'
import { type Answer, createApi } from './api.ts'
import { backOff } from './back-off.ts'
import { EventStream } from './event-stream.ts'
import type { HistogramRange } from './histogram-range.ts'
import { isIndexing } from './is-indexing.ts'
import { TAIL_LINES, WindowedLines } from './line-source.ts'
import { createListeners } from './listeners.ts'
import { OpenRows } from './open-rows.ts'
import { type Fold, type PageState, selectedLog } from './page-state.ts'
import { addRateSample, type RateSample, rateAt } from './rate.ts'
import { INITIAL_PAGE_STATE, reduce } from './reduce.ts'
import type { ClosableRows, RowSource } from './row-source.ts'
import type { ViewWish } from './view-wish.ts'
import { WholeLineReader } from './whole-line-reader.ts'

/** React hears of counters at most this often, in ms: a log changes up to 1 000 times a second. */
const NOTIFY_INTERVAL_MS = 33

/** The rate falls back to 0 by itself: it is looked at this often, in ms. */
const RATE_INTERVAL_MS = 500

/** How often the views are asked for while there is no stream to tell of them, in ms. */
const VIEWS_INTERVAL_MS = 200

/** What became of a wish to connect to a stream. */
export type ConnectAnswer =
  | { readonly kind: 'opened'; readonly log: LogId }
  | {
      readonly kind: 'refused'
      readonly error: ApiErrorCode | 'network'
      readonly detail: string
    }

/** What became of a request that answers nothing else. */
export type CommandAnswer =
  | { readonly kind: 'ok' }
  | { readonly kind: 'refused'; readonly error: ApiErrorCode | 'network' }

/** What became of a search or a filter. */
export type ViewAnswer =
  | { readonly kind: 'opened'; readonly view: ViewState }
  | {
      readonly kind: 'refused'
      readonly error: ApiErrorCode | 'network'
      /** What is wrong with the pattern, when that is the reason. */
      readonly query: InvalidQuery | null
    }

/** The page's one conversation with its server: a state that is replaced as a whole, and commands. */
export interface Session {
  /** The same object until something changes. */
  getState(): PageState
  /** Told at once of what the user did, and of counters at most thirty times a second. */
  subscribe(listener: () => void): () => void
  /** Told of every change at once: for the list, which draws once per frame by itself. */
  watch(listener: () => void): () => void
  /** Reads which logs there are, without opening the stream; tries again until it is answered. */
  load(): Promise<void>
  /** Ler Logs: opens the event stream, following the selected log. */
  start(): void
  /** Parar: closes it. */
  stop(): void
  /**
   * Shows this log as it was read before, or by its end or away from it, as `follow` says. While live the
   * stream is opened anew for it.
   */
  select(log: LogId, follow?: boolean): void
  pause(): void
  resume(where: 'here' | 'end'): void
  setFollow(follow: boolean): void
  /** Lets the server connect to a stream. The log is in the state when this is answered. */
  connectUrl(url: string): Promise<ConnectAnswer>
  closeLog(log: LogId): Promise<CommandAnswer>
  setGenerator(on: boolean): Promise<CommandAnswer>
  setEncoding(log: LogId, encoding: Encoding): Promise<CommandAnswer>
  /** The lines of the selected log. */
  readonly lines: RowSource
  /** The lines of any open log. Whoever asked closes it. */
  logRows(log: LogId): ClosableRows
  /** The rows of a view; none once the view is gone. Whoever asked closes it. */
  viewRows(log: LogId, view: ViewId): ClosableRows
  /** Starts a search or a filter. The view is in the state when this is answered. */
  openView(log: LogId, wish: ViewWish): Promise<ViewAnswer>
  /** Ends it: it is gone from the state at once. */
  closeView(log: LogId, view: ViewId): void
  /** Ends its search: what was found stays. */
  stopView(log: LogId, view: ViewId): void
  /** Lets the list show the rows of a view; all lines of the log again with null. */
  showView(log: LogId, view: ViewId | null): void
  /** Folds entries so; shows every line with null. */
  fold(log: LogId, fold: Fold | null): void
  /** The first row of a view at the line or after it. */
  viewPlace(
    log: LogId,
    view: ViewId,
    line: number,
    signal?: AbortSignal,
  ): Promise<Answer<ViewPlace>>
  histogram(log: LogId, range: HistogramRange, signal?: AbortSignal): Promise<Answer<Histogram>>
  /** The first line whose time, in ms since 1970, is `time` or later. */
  lineAt(log: LogId, time: number, signal?: AbortSignal): Promise<Answer<LineAt>>
  /** All of one line of a log, in pieces. Whoever asked closes it. */
  wholeLine(log: LogId, line: LineNumber): WholeLineReader
  /** Address from which the log's file can be saved. */
  rawUrl(log: LogId): string
  /** Address from which lines can be saved: of the log, or of a view. */
  exportUrl(log: LogId, request: ExportRequest): string
  close(): void
}

export interface SessionOptions {
  /** The server's address with a slash at the end; the page's own server when left out. */
  readonly baseUrl?: string
  /** The browser's own when left out. */
  readonly EventSource?: typeof globalThis.EventSource
}

export function createSession({ baseUrl = '/', EventSource }: SessionOptions = {}): Session {
  const api = createApi(baseUrl)
  const lines = new WindowedLines(api)
  const openRows = new OpenRows(api, () => state)
  const watchers = createListeners()
  const subscribers = createListeners()
  let state = INITIAL_PAGE_STATE
  let stream: EventStream | null = null
  let followed: LogId | null = null
  let samples: readonly RateSample[] = []
  let rateTimer: ReturnType<typeof setInterval> | undefined
  let notifyTimer: ReturnType<typeof setTimeout> | undefined
  let notifiedAt = 0
  let loadTimer: ReturnType<typeof setTimeout> | undefined
  let viewsTimer: ReturnType<typeof setTimeout> | undefined
  let closed = false

  function update(action: Action): void {
    const before = state
    state = reduce(before, action)
    if (state === before) return
    const log = selectedLog(state)
    if (log?.id !== selectedLog(before)?.id) samples = []
    const { instance = '' } = state.server ?? {}
    lines.setBounds(log && { ...log, log: log.id, instance })
    if (log !== null && state.follow && isIndexing(log)) lines.wantTail(TAIL_LINES)
    openRows.update()
  }

  function notify(): void {
    clearTimeout(notifyTimer)
    notifyTimer = undefined
    notifiedAt = Date.now()
    subscribers.notify()
  }

  function notifySoon(): void {
    const wait = notifiedAt + NOTIFY_INTERVAL_MS - Date.now()
    if (wait <= 0) notify()
    else notifyTimer ??= setTimeout(notify, wait)
  }

  function dispatch(action: Action): void {
    const before = state
    update(action)
    tellSince(before)
  }

  function tellSince(before: PageState): void {
    if (state === before) return
    watchers.notify()
    notify()
  }

  function receive(messages: readonly ServerMessage[]): void {
    const before = state
    update({ kind: 'received', messages })
    for (const message of messages) {
      if (message.kind === 'snapshot') {
        lines.expire()
        openRows.expire()
      }
      if (message.kind === 'appended' && message.newest) {
        const { from, lines: newest } = message.newest
        if (message.log === state.selected) lines.accept(from, newest)
        openRows.accept(message.log, from, newest)
      }
    }
    sampleRate()
    if (state === before) return
    watchers.notify()
    notifySoon()
    // The selected log was closed, or the first snapshot chose one.
    if (stream !== null && state.selected !== followed) open()
  }

  function sampleRate(): void {
    const log = selectedLog(state)
    // While the index is first built its lines are found, not written: they are no rate.
    if (log === null || (samples.length === 0 && log.indexed < log.bytes)) return
    samples = addRateSample(samples, { at: Date.now(), lines: log.end })
  }

  function showConnection(connection: PageState['connection']): void {
    dispatch({ kind: 'connection', connection })
  }

  function open(): void {
    stream?.close()
    samples = []
    followed = state.selected
    const follow = followed === null ? '' : `?follow=${encodeURIComponent(followed)}`
    stream = new EventStream({
      url: `${baseUrl}api/events${follow}`,
      onMessages: receive,
      onConnection: showConnection,
      ...(EventSource && { EventSource }),
    })
  }

  async function load(attempt = 1): Promise<void> {
    clearTimeout(loadTimer)
    const answer = await api.logs()
    if (closed || stream !== null) return
    if (answer.kind === 'ok') {
      dispatch({ kind: 'loaded', server: answer.value })
      if (state.connection.kind !== 'idle') showConnection({ kind: 'idle' })
      return
    }
    if (answer.error !== 'network') {
      showConnection({ kind: 'refused', error: answer.error })
      return
    }
    const wait = backOff(attempt)
    showConnection({ kind: 'reconnecting', attempt, retryAt: Date.now() + wait })
    loadTimer = setTimeout(() => void load(attempt + 1), wait)
  }

  /** Without a stream nobody tells how far searches are: they are asked for until all are done. */
  function watchViews(): void {
    clearTimeout(viewsTimer)
    const scanning = [...state.views.values()].filter(({ phase }) => phase.kind === 'scanning')
    if (closed || stream !== null || scanning.length === 0) return
    viewsTimer = setTimeout(async () => {
      const answers = await Promise.all(scanning.map(({ log, id }) => api.view(log, id)))
      if (closed || stream !== null) return
      for (const answer of answers) {
        const known = answer.kind === 'ok' && state.views.has(answer.value.id)
        if (known) receive([{ kind: 'view', view: answer.value }])
      }
      watchViews()
    }, VIEWS_INTERVAL_MS)
  }

  /** Without a stream nobody tells the page what a command changed: it asks. */
  async function settle(answer: Answer<null>): Promise<CommandAnswer> {
    if (answer.kind === 'refused') return { kind: 'refused', error: answer.error }
    if (stream === null) await load()
    return { kind: 'ok' }
  }

  return {
    getState: () => state,
    subscribe: (listener) => subscribers.add(listener),
    watch: (listener) => watchers.add(listener),
    load: () => load(),
    start() {
      clearTimeout(loadTimer)
      open()
      rateTimer ??= setInterval(() => {
        dispatch({ kind: 'rate', rate: rateAt(samples, Date.now()) })
      }, RATE_INTERVAL_MS)
    },
    stop() {
      clearInterval(rateTimer)
      rateTimer = undefined
      stream?.close()
      stream = null
      samples = []
      dispatch({ kind: 'rate', rate: 0 })
      showConnection({ kind: 'idle' })
    },
    select(log, follow) {
      const before = state
      update({ kind: 'selected', log })
      if (follow !== undefined && state.selected === log) update({ kind: 'follow', follow })
      tellSince(before)
      if (stream !== null && state.selected !== followed) open()
    },
    pause: () => dispatch({ kind: 'paused' }),
    resume: (where) => dispatch({ kind: 'resumed', where }),
    setFollow: (follow) => dispatch({ kind: 'follow', follow }),
    async connectUrl(url) {
      const before = state
      const answer = await api.openRemote(url)
      if (answer.kind === 'refused') return answer
      const { id } = answer.value
      // The stream may have been faster, and know already what became of it.
      if (phaseOf(state, id) === phaseOf(before, id)) {
        dispatch({ kind: 'received', messages: [{ kind: 'log', log: answer.value }] })
      }
      return { kind: 'opened', log: id }
    },
    closeLog: async (log) => settle(await api.close(log)),
    setGenerator: async (on) => settle(await api.setGenerator(on)),
    setEncoding: async (log, encoding) => settle(await api.setEncoding(log, encoding)),
    lines,
    logRows: (log) => openRows.ofLog(log),
    viewRows: (log, view) => openRows.ofView(log, view),
    async openView(log, wish) {
      const answer = await api.openView(log, wish)
      if (answer.kind === 'refused') {
        return { kind: 'refused', error: answer.error, query: answer.query ?? null }
      }
      const { replaces } = wish
      // A view that another one replaced is gone, and the stream may tell that later.
      if (replaces) receive([{ kind: 'view-removed', log, view: replaces }])
      dispatch({ kind: 'view-opened', view: answer.value })
      watchViews()
      return { kind: 'opened', view: state.views.get(answer.value.id) ?? answer.value }
    },
    closeView(log, view) {
      dispatch({ kind: 'received', messages: [{ kind: 'view-removed', log, view }] })
      void api.closeView(log, view)
    },
    stopView(log, view) {
      void api.stopView(log, view).then((answer) => {
        if (answer.kind !== 'ok' || !state.views.has(view)) return
        receive([{ kind: 'view', view: answer.value }])
      })
    },
    showView: (log, view) => dispatch({ kind: 'shown', log, view }),
    fold: (log, fold) => dispatch({ kind: 'folded', log, fold }),
    viewPlace: api.viewPlace,
    histogram: api.histogram,
    lineAt: api.lineAt,
    wholeLine: (log, line) =>
      new WholeLineReader((from, bytes, signal) => api.linePart(log, line, from, bytes, signal)),
    rawUrl: api.rawUrl,
    exportUrl: api.exportUrl,
    close() {
      closed = true
      clearInterval(rateTimer)
      clearTimeout(notifyTimer)
      clearTimeout(loadTimer)
      clearTimeout(viewsTimer)
      stream?.close()
      lines.close()
      openRows.close()
    },
  }
}

function phaseOf({ server }: PageState, id: LogId): LogPhase | undefined {
  return server?.logs.find((log) => log.id === id)?.phase
}
