/*
 * What the page asks of its server, without a page: one log, its views and its histogram over HTTP,
 * and what the event stream tells of them.
 */
import { createParser } from 'eventsource-parser'
import type { z } from 'zod'
import { type Histogram, histogram } from '../src/shared/histogram.ts'
import { type LogState, serverMessages } from '../src/shared/protocol.ts'
import type { Query } from '../src/shared/query.ts'
import { type ViewState, type ViewWindow, viewState, viewWindow } from '../src/shared/views.ts'

/** A client of a server that has one log open. */
export interface PageClient {
  /** The first state of the log that is as wanted. */
  logReaches(wanted: (log: LogState) => boolean): Promise<LogState>
  /** Opens a search over the whole log. */
  openView(query: Query): Promise<ViewState>
  /** The first state of a view that is as wanted. Rejects when the view fails. */
  viewReaches(id: string, wanted: (view: ViewState) => boolean): Promise<ViewState>
  viewRows(id: string, from: number, to: number): Promise<ViewWindow>
  closeView(id: string): Promise<void>
  histogram(buckets: number): Promise<Histogram>
  close(): void
}

/** Somebody who waits for a state: true when it is done with waiting. */
type Watcher = () => boolean

/** Connects to the server at `url` and waits until it tells its log. */
export async function connectPage(url: string, signal: AbortSignal): Promise<PageClient> {
  const hangUp = new AbortController()
  const ended = AbortSignal.any([signal, hangUp.signal])
  const views = new Map<string, ViewState>()
  const watchers = new Set<Watcher>()
  let log: LogState | null = null

  function take(data: string): void {
    for (const message of serverMessages.parse(JSON.parse(data))) {
      if (message.kind === 'snapshot') log = message.state.logs[0] ?? null
      else if (message.kind === 'log') log = message.log
      else if (message.kind === 'appended' && log !== null) {
        log = { ...log, end: message.end, bytes: message.bytes, indexed: message.indexed }
      } else if (message.kind === 'view') views.set(message.view.id, message.view)
      else if (message.kind === 'views') {
        for (const view of message.views) views.set(view.id, view)
      }
    }
    for (const watcher of watchers) if (watcher()) watchers.delete(watcher)
  }

  /** Answers what `look` finds, as soon as it finds something; rejects with what it throws. */
  function found<T>(look: () => T | null): Promise<T> {
    return new Promise((resolve, reject) => {
      const abort = (): void => reject(ended.reason)
      const watcher = (): boolean => {
        try {
          const value = look()
          if (value === null) return false
          resolve(value)
        } catch (error) {
          reject(error)
        }
        ended.removeEventListener('abort', abort)
        return true
      }
      ended.addEventListener('abort', abort, { once: true })
      if (!watcher()) watchers.add(watcher)
    })
  }

  async function ask<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    init: RequestInit = {},
  ): Promise<z.infer<Schema>> {
    const answer = await fetch(new URL(path, url), { ...init, signal: ended })
    const body: unknown = await answer.json()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(body)}`)
    return schema.parse(body)
  }

  await readEvents(new URL('api/events', url), take, ended)
  const { id } = await found(() => log)
  const base = `api/logs/${id}`
  return {
    logReaches: (wanted) => found(() => (log !== null && wanted(log) ? log : null)),
    openView: async (query) => {
      const view = await ask(`${base}/views`, viewState, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      })
      // What the events told of it meanwhile is newer.
      if (!views.has(view.id)) views.set(view.id, view)
      return view
    },
    viewReaches: (view, wanted) =>
      found(() => {
        const state = views.get(view)
        if (state?.phase.kind === 'failed') throw new Error(`A view failed: ${state.phase.reason}.`)
        return state !== undefined && wanted(state) ? state : null
      }),
    viewRows: (view, from, to) =>
      ask(`${base}/views/${view}/lines?from=${from}&to=${to}`, viewWindow),
    closeView: async (view) => {
      const path = new URL(`${base}/views/${view}`, url)
      const { status } = await fetch(path, { method: 'DELETE', signal: ended })
      if (status !== 204) throw new Error(`The view could not be closed: ${status}.`)
      views.delete(view)
    },
    histogram: (buckets) => ask(`${base}/histogram?buckets=${buckets}`, histogram),
    close: () => hangUp.abort(new Error('The client was closed.')),
  }
}

/** Hands the data of every event to `take` until the signal ends it. Resolves when the stream is open. */
async function readEvents(
  address: URL,
  take: (data: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const { ok, status, body } = await fetch(address, { signal })
  if (!ok || body === null) throw new Error(`${address.href} answered ${status}.`)
  const parser = createParser({ onEvent: ({ data }) => take(data) })
  const read = async (): Promise<void> => {
    for await (const text of body.pipeThrough(new TextDecoderStream())) parser.feed(text)
  }
  read().catch((error: unknown) => {
    // Closing the client ends the read too.
    if (!signal.aborted) throw error
  })
}
