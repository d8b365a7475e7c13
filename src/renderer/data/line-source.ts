import type { LineText, LogId } from '../../shared/protocol.ts'
import { MAX_WINDOW_LINES } from '../../shared/protocol.ts'
import type { Api } from './api.ts'
import { CHUNK_LINES, createLineCache, type LineCache } from './line-cache.ts'
import { createListeners } from './listeners.ts'

/** Windows asked for at the same time: one on the way, one being read, and no queue behind them. */
export const MAX_WINDOWS_IN_FLIGHT = 2

/** Lines of one request: four chunks, half of what the server allows. */
const REQUEST_LINES = 4 * CHUNK_LINES

/** Wait, in ms, before lines that could not be read are asked for again. */
const RETRY_MS = 1000

/** Lines of the end that are shown while the index does not know their numbers: about four screens. */
export const TAIL_LINES = 200

/** The end of a log that is still being indexed is read again at most this often, in ms. */
const TAIL_INTERVAL_MS = 500

/** The lines of the selected log as the list sees them: what is here now, and a wish for more. */
export interface LineSource {
  peek(line: number): LineText | undefined
  /** The lines the view needs now; replaces the wish before, whose requests are cancelled. */
  want(from: number, to: number): void
  /** The last lines, before the index knows their numbers; empty until `wantTail` was answered. */
  peekTail(): readonly LineText[]
  wantTail(lines: number): void
  /** All of `[from, to)`, past the cache; null when it could not be read. */
  read(from: number, to: number, signal?: AbortSignal): Promise<readonly LineText[] | null>
  /** Called when lines arrived. Returns the unsubscribe. */
  onLoaded(listener: () => void): () => void
}

/** The log to read, and `[first, end)` of its lines. */
export interface LineBounds {
  readonly log: LogId
  readonly encoding: string
  /** Of the server: another one may number the lines differently. */
  readonly instance: string
  readonly first: number
  readonly end: number
}

interface Flight {
  readonly from: number
  readonly to: number
  readonly abort: AbortController
}

/** Reads windows of the selected log from the server into a bounded cache. */
export class WindowedLines implements LineSource {
  readonly #api: Api
  readonly #cache: LineCache = createLineCache()
  readonly #loaded = createListeners()
  readonly #flights = new Set<Flight>()
  #bounds: LineBounds | null = null
  #wanted = { from: 0, to: 0 }
  #retry: ReturnType<typeof setTimeout> | undefined
  #tail: readonly LineText[] = []
  #tailAsked: { at: number; abort: AbortController } | null = null

  constructor(api: Api) {
    this.#api = api
  }

  /** Reads this log from now on; another log, encoding or server forgets everything. */
  setBounds(bounds: LineBounds | null): void {
    const before = this.#bounds
    this.#bounds = bounds
    if (!isSameText(before, bounds)) this.#reset()
    else if (bounds !== null && bounds.first > (before?.first ?? 0)) {
      this.#cache.dropBefore(bounds.first)
    }
  }

  /** Takes lines that came by the event stream. */
  accept(from: number, lines: readonly LineText[]): void {
    this.#cache.put(from, lines)
    this.#loaded.notify()
  }

  /** Something may have been missed meanwhile: what is shown stays and is read again. */
  expire(): void {
    this.#cancel(() => true)
    this.#cache.expire()
    this.#tailAsked = null
    this.#pump()
  }

  peek(line: number): LineText | undefined {
    return this.#cache.peek(line)
  }

  want(from: number, to: number): void {
    this.#wanted = { from, to }
    this.#cache.pin(from, to)
    this.#pump()
  }

  peekTail(): readonly LineText[] {
    return this.#tail
  }

  wantTail(lines: number): void {
    const { log } = this.#bounds ?? {}
    const now = Date.now()
    if (log === undefined || now - (this.#tailAsked?.at ?? 0) < TAIL_INTERVAL_MS) return
    this.#tailAsked?.abort.abort()
    const abort = new AbortController()
    this.#tailAsked = { at: now, abort }
    void this.#api.tail(log, lines, abort.signal).then((answer) => {
      if (abort.signal.aborted || answer.kind !== 'ok') return
      this.#tail = answer.value.lines
      this.#loaded.notify()
    })
  }

  async read(from: number, to: number, signal?: AbortSignal): Promise<readonly LineText[] | null> {
    const { log } = this.#bounds ?? {}
    if (log === undefined) return null
    const read: LineText[] = []
    while (from + read.length < to) {
      const next = from + read.length
      const until = Math.min(to, next + MAX_WINDOW_LINES)
      const answer = await this.#api.lines(log, next, until, signal)
      if (answer.kind !== 'ok' || answer.value.lines.length === 0) return null
      if (answer.value.from !== next) return null
      read.push(...answer.value.lines)
    }
    return read
  }

  onLoaded(listener: () => void): () => void {
    return this.#loaded.add(listener)
  }

  close(): void {
    this.#bounds = null
    this.#reset()
  }

  #reset(): void {
    this.#cancel(() => true)
    clearTimeout(this.#retry)
    this.#retry = undefined
    this.#cache.clear()
    this.#wanted = { from: 0, to: 0 }
    this.#tail = []
    this.#tailAsked?.abort.abort()
    this.#tailAsked = null
  }

  #cancel(which: (flight: Flight) => boolean): void {
    for (const flight of [...this.#flights].filter(which)) {
      this.#flights.delete(flight)
      flight.abort.abort()
    }
  }

  /** The wish grown to whole chunks, so that the next few rows are here before they are needed. */
  #goal(): { from: number; to: number } {
    const { first, end } = this.#bounds ?? { first: 0, end: 0 }
    const { from, to } = this.#wanted
    return {
      from: Math.max(first, Math.floor(from / CHUNK_LINES) * CHUNK_LINES),
      to: Math.min(end, Math.ceil(to / CHUNK_LINES) * CHUNK_LINES),
    }
  }

  #pump(): void {
    const bounds = this.#bounds
    if (bounds === null) return
    const goal = this.#goal()
    this.#cancel(({ from, to }) => to <= goal.from || from >= goal.to)
    // After a failure nothing is asked until the retry: a server that is gone is not hammered.
    if (this.#retry !== undefined) return
    while (this.#flights.size < MAX_WINDOWS_IN_FLIGHT) {
      const range = this.#nextRange(goal.from, goal.to)
      if (range === null) return
      const flight: Flight = { ...range, abort: new AbortController() }
      this.#flights.add(flight)
      void this.#fetch(bounds.log, flight)
    }
  }

  /** The missing lines nearest to what is wanted: what is on the screen before what is around it. */
  #nextRange(goalFrom: number, goalTo: number): { from: number; to: number } | null {
    const isMissing = (line: number) =>
      !this.#cache.isFresh(line) &&
      ![...this.#flights].some((flight) => line >= flight.from && line < flight.to)
    const start = Math.min(Math.max(this.#wanted.from, goalFrom), goalTo)
    const seed = find(start, goalTo, isMissing) ?? find(goalFrom, start, isMissing)
    if (seed === null) return null
    let from = seed
    while (from > goalFrom && seed - from < CHUNK_LINES && isMissing(from - 1)) from -= 1
    let to = seed + 1
    while (to < goalTo && to - from < REQUEST_LINES && isMissing(to)) to += 1
    return { from, to }
  }

  async #fetch(log: LogId, flight: Flight): Promise<void> {
    const answer = await this.#api.lines(log, flight.from, flight.to, flight.abort.signal)
    if (!this.#flights.delete(flight)) return
    const lines = answer.kind === 'ok' ? answer.value.lines : []
    if (answer.kind === 'ok' && lines.length > 0) {
      this.#cache.put(answer.value.from, lines)
      this.#loaded.notify()
      this.#pump()
      return
    }
    this.#retry ??= setTimeout(() => {
      this.#retry = undefined
      this.#pump()
    }, RETRY_MS)
  }
}

function isSameText(before: LineBounds | null, after: LineBounds | null): boolean {
  if (before === null || after === null) return before === after
  return (
    before.log === after.log &&
    before.encoding === after.encoding &&
    before.instance === after.instance
  )
}

function find(from: number, to: number, matches: (line: number) => boolean): number | null {
  for (let line = from; line < to; line += 1) if (matches(line)) return line
  return null
}
