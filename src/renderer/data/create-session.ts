import type { LogId, LogPhase, ServerMessage } from '../../shared/protocol.ts'
import type { ViewId } from '../../shared/views.ts'
import { type Answer, createApi } from './api.ts'
import { createClosedViews } from './closed-views.ts'
import { EventStream } from './event-stream.ts'
import { FirstLoad } from './first-load.ts'
import { isIndexing } from './is-indexing.ts'
import { TAIL_LINES, WindowedLines } from './line-source.ts'
import { OpenRows } from './open-rows.ts'
import { type PageState, selectedLog } from './page-state.ts'
import { PageStore } from './page-store.ts'
import { RateMeter } from './rate-meter.ts'
import { ScanningViews } from './scanning-views.ts'
import type { CommandAnswer, Session } from './session.ts'
import { WholeLineReader } from './whole-line-reader.ts'

export interface SessionOptions {
  /** The server's address with a slash at the end; the page's own server when left out. */
  readonly baseUrl?: string
  /** The browser's own when left out. */
  readonly EventSource?: typeof globalThis.EventSource
}

/** The conversation with a server; nothing is asked until `load` or `start`. */
export function createSession({ baseUrl = '/', EventSource }: SessionOptions = {}): Session {
  const api = createApi(baseUrl)
  const lines = new WindowedLines(api)
  const store = new PageStore(showRows)
  const openRows = new OpenRows(api, () => store.state)
  const rate = new RateMeter(store)
  const isStreaming = () => stream !== null
  const firstLoad = new FirstLoad({ api, store, isStreaming })
  const scanningViews = new ScanningViews({ api, store, isStreaming, receive })
  const closedViews = createClosedViews()
  let stream: EventStream | null = null
  let followed: LogId | null = null

  /** Keeps the rows to what the page knows of their logs. */
  function showRows(before: PageState): void {
    const { state } = store
    const log = selectedLog(state)
    if (log?.id !== selectedLog(before)?.id) rate.reset()
    const { instance = '' } = state.server ?? {}
    lines.setBounds(log && { ...log, log: log.id, instance })
    if (log !== null && state.follow && isIndexing(log)) lines.wantTail(TAIL_LINES)
    openRows.update()
  }

  function receive(messages: readonly ServerMessage[]): void {
    const before = store.state
    store.update({ kind: 'received', messages })
    for (const message of messages) {
      if (message.kind === 'snapshot') {
        lines.expire()
        openRows.expire()
      }
      if (message.kind === 'appended' && message.newest) {
        const { from, lines: newest } = message.newest
        if (message.log === store.state.selected) lines.accept(from, newest)
        openRows.accept(message.log, from, newest)
      }
    }
    rate.sample()
    const isGrowth = messages.every(({ kind }) => kind === 'appended')
    if (!store.tellSoon(before, isGrowth ? 'growth' : 'news')) return
    // The selected log was closed, or the first snapshot chose one.
    if (stream !== null && store.state.selected !== followed) open()
  }

  function open(): void {
    stream?.close()
    rate.reset()
    followed = store.state.selected
    const follow = followed === null ? '' : `?follow=${encodeURIComponent(followed)}`
    stream = new EventStream({
      url: `${baseUrl}api/events${follow}`,
      onMessages: (messages) => receive(closedViews.heard(messages)),
      onConnection: (connection) => store.dispatch({ kind: 'connection', connection }),
      ...(EventSource && { EventSource }),
    })
  }

  /** Takes a view out of the state; a stream tells later that the server has closed it, too. */
  function forgetView(log: LogId, view: ViewId): void {
    if (stream !== null && store.state.views.has(view)) closedViews.add(view)
    store.dispatchAnswer({ kind: 'received', messages: [{ kind: 'view-removed', log, view }] })
  }

  /** Without a stream nobody tells the page what a command changed: it asks. */
  async function settle(answer: Answer<null>): Promise<CommandAnswer> {
    if (answer.kind === 'refused') return { kind: 'refused', error: answer.error }
    if (stream === null) await firstLoad.load()
    return { kind: 'ok' }
  }

  return {
    getState: () => store.state,
    subscribe: (listener) => store.subscribe(listener),
    watch: (listener) => store.watch(listener),
    load: () => firstLoad.load(),
    start() {
      firstLoad.cancel()
      open()
      rate.start()
    },
    stop() {
      rate.stop()
      stream?.close()
      stream = null
      store.dispatch({ kind: 'rate', rate: 0 })
      store.dispatch({ kind: 'connection', connection: { kind: 'idle' } })
    },
    select(log, follow) {
      const before = store.state
      store.update({ kind: 'selected', log })
      const isSelected = store.state.selected === log
      if (follow !== undefined && isSelected) store.update({ kind: 'follow', follow })
      store.tell(before)
      if (stream !== null && store.state.selected !== followed) open()
    },
    pause: () => store.dispatch({ kind: 'paused' }),
    resume: (where) => store.dispatch({ kind: 'resumed', where }),
    setFollow: (follow) => store.dispatch({ kind: 'follow', follow }),
    async connectUrl(url) {
      const before = store.state
      const answer = await api.openRemote(url)
      if (answer.kind === 'refused') return answer
      const { id } = answer.value
      // The stream may have been faster, and know already what became of it.
      if (phaseOf(store.state, id) === phaseOf(before, id)) {
        store.dispatch({ kind: 'received', messages: [{ kind: 'log', log: answer.value }] })
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
      if (replaces) forgetView(log, replaces)
      const { opening, ...view } = answer.value
      if (opening !== null) openRows.expect(view.id, opening)
      store.dispatchAnswer({ kind: 'view-opened', view })
      scanningViews.watch()
      return { kind: 'opened', view: store.state.views.get(view.id) ?? view }
    },
    closeView(log, view) {
      forgetView(log, view)
      void api.closeView(log, view)
    },
    stopView(log, view) {
      void api.stopView(log, view).then((answer) => {
        if (answer.kind !== 'ok' || !store.state.views.has(view)) return
        receive([{ kind: 'view', view: answer.value }])
      })
    },
    showView: (log, view) => store.dispatchAnswer({ kind: 'shown', log, view }),
    fold: (log, fold) => store.dispatch({ kind: 'folded', log, fold }),
    viewPlace: api.viewPlace,
    histogram: api.histogram,
    lineAt: api.lineAt,
    wholeLine: (log, line) =>
      new WholeLineReader((from, bytes, signal) => api.linePart(log, line, from, bytes, signal)),
    rawUrl: api.rawUrl,
    exportUrl: api.exportUrl,
    close() {
      rate.close()
      store.close()
      firstLoad.close()
      scanningViews.close()
      stream?.close()
      lines.close()
      openRows.close()
    },
  }
}

function phaseOf({ server }: PageState, id: LogId): LogPhase | undefined {
  return server?.logs.find((log) => log.id === id)?.phase
}
