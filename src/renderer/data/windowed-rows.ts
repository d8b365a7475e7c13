import { createListeners } from './listeners.ts'
import { CHUNK_ROWS, createRowCache, type RowCache } from './row-cache.ts'
import type { Row } from './row-source.ts'

/** Windows asked for at the same time: one on the way, one being read, and no queue behind them. */
export const MAX_WINDOWS_IN_FLIGHT = 2

/** Rows of one request: four chunks, half of what the server allows. */
const REQUEST_ROWS = 4 * CHUNK_ROWS

/** Wait, in ms, before rows that could not be read, or have no number yet, are asked for again. */
const RETRY_MS = 1000

/** How long rows around those that are wanted wait, in ms: until what is seen is drawn. */
const AHEAD_MS = 250

/** A part of the rows, from `from` on; null when nothing could be read. */
export type FetchRows = (
  from: number,
  to: number,
  signal: AbortSignal,
) => Promise<{ readonly from: number; readonly rows: readonly Row[] } | null>

/** `[first, end)`: the rows that can be read. */
export interface RowRange {
  /** What the rows are of: another key, and they have nothing to do with those before. */
  readonly key: string
  readonly first: number
  readonly end: number
}

interface Flight {
  readonly from: number
  readonly to: number
  readonly abort: AbortController
}

/**
 * A bounded cache of rows and the few requests that fill it. What is wanted no more is cancelled; what
 * is on the screen is asked for before what is around it.
 */
export class WindowedRows {
  readonly #fetchRows: FetchRows
  readonly #cache: RowCache = createRowCache()
  readonly #loaded = createListeners()
  readonly #flights = new Set<Flight>()
  #range: RowRange | null = null
  #wanted = { from: 0, to: 0 }
  #retry: ReturnType<typeof setTimeout> | undefined
  #again: ReturnType<typeof setTimeout> | undefined
  #ahead: ReturnType<typeof setTimeout> | undefined

  constructor(fetchRows: FetchRows) {
    this.#fetchRows = fetchRows
  }

  /** Another key forgets everything; rows that are gone at either end are forgotten too. */
  setRange(range: RowRange | null): void {
    const before = this.#range
    this.#range = range
    if (before?.key !== range?.key) {
      this.#reset()
      return
    }
    if (range === null || before === null) return
    if (range.first > before.first) this.#cache.dropBefore(range.first)
    if (range.end < before.end) {
      this.#cancel(({ to }) => to > range.end)
      this.#cache.dropFrom(range.end)
    }
  }

  /** Takes rows that came by another way. */
  accept(from: number, rows: readonly Row[]): void {
    this.#take(from, rows)
  }

  /** Something may have been missed meanwhile: what is shown stays and is read again. */
  expire(): void {
    this.#cancel(() => true)
    this.#cache.expire()
    this.#pump()
  }

  /** A row may be another one now: it is asked for again, but not more often than once a second. */
  readAgainSoon(row: number): void {
    if (!this.#cache.isFresh(row)) return
    this.#readAgain(() => {
      this.#cache.expireRow(row)
      this.#pump()
    })
  }

  peek(row: number): Row | undefined {
    return this.#cache.peek(row)
  }

  want(from: number, to: number): void {
    this.#wanted = { from, to }
    this.#cache.pin(from, to)
    this.#pump()
  }

  /** Asks for nothing more until a range is set again; what is here can be read. */
  stop(): void {
    this.#cancel(() => true)
    clearTimeout(this.#retry)
    clearTimeout(this.#again)
    clearTimeout(this.#ahead)
    this.#retry = undefined
    this.#again = undefined
    this.#ahead = undefined
    this.#wanted = { from: 0, to: 0 }
  }

  /** Tells the listeners, as when rows arrived. */
  notify(): void {
    this.#loaded.notify()
  }

  onLoaded(listener: () => void): () => void {
    return this.#loaded.add(listener)
  }

  close(): void {
    this.#range = null
    this.#reset()
  }

  #reset(): void {
    this.#cancel(() => true)
    clearTimeout(this.#retry)
    clearTimeout(this.#again)
    clearTimeout(this.#ahead)
    this.#retry = undefined
    this.#again = undefined
    this.#ahead = undefined
    this.#cache.clear()
    this.#wanted = { from: 0, to: 0 }
  }

  #cancel(which: (flight: Flight) => boolean): void {
    for (const flight of [...this.#flights].filter(which)) {
      this.#flights.delete(flight)
      flight.abort.abort()
    }
  }

  /** The wish grown to whole chunks, so that the next few rows are here before they are needed. */
  #goal(): { from: number; to: number } {
    const { first, end } = this.#range ?? { first: 0, end: 0 }
    const { from, to } = this.#wanted
    return {
      from: Math.max(first, Math.floor(from / CHUNK_ROWS) * CHUNK_ROWS),
      to: Math.min(end, Math.ceil(to / CHUNK_ROWS) * CHUNK_ROWS),
    }
  }

  /** Asks for what is wanted, and with `isAhead` for what is around it too. */
  #pump(isAhead = false): void {
    if (this.#range === null) return
    const goal = this.#goal()
    this.#cancel(({ from, to }) => to <= goal.from || from >= goal.to)
    // After a failure nothing is asked until the retry: a server that is gone is not hammered.
    if (this.#retry !== undefined) return
    while (this.#flights.size < MAX_WINDOWS_IN_FLIGHT) {
      const range = this.#nextRange(goal.from, goal.to)
      if (range === null) return
      if (!isAhead && !this.#isWanted(range)) {
        this.#ahead ??= setTimeout(() => {
          this.#ahead = undefined
          this.#pump(true)
        }, AHEAD_MS)
        return
      }
      const flight: Flight = { ...range, abort: new AbortController() }
      this.#flights.add(flight)
      void this.#fetch(flight)
    }
  }

  #isWanted({ from, to }: { readonly from: number; readonly to: number }): boolean {
    return from < this.#wanted.to && to > this.#wanted.from
  }

  /** The missing rows nearest to what is wanted: what is on the screen before what is around it. */
  #nextRange(goalFrom: number, goalTo: number): { from: number; to: number } | null {
    const isMissing = (row: number) =>
      !this.#cache.isFresh(row) &&
      ![...this.#flights].some((flight) => row >= flight.from && row < flight.to)
    const start = Math.min(Math.max(this.#wanted.from, goalFrom), goalTo)
    const seed = find(start, goalTo, isMissing) ?? find(goalFrom, start, isMissing)
    if (seed === null) return null
    let from = seed
    while (from > goalFrom && seed - from < CHUNK_ROWS && isMissing(from - 1)) from -= 1
    let to = seed + 1
    while (to < goalTo && to - from < REQUEST_ROWS && isMissing(to)) to += 1
    return { from, to }
  }

  async #fetch(flight: Flight): Promise<void> {
    const answer = await this.#fetchRows(flight.from, flight.to, flight.abort.signal)
    if (!this.#flights.delete(flight)) return
    if (answer !== null && answer.rows.length > 0) {
      this.#take(answer.from, answer.rows)
      this.#pump()
      return
    }
    this.#retry ??= setTimeout(() => {
      this.#retry = undefined
      this.#pump()
    }, RETRY_MS)
  }

  #take(from: number, rows: readonly Row[]): void {
    this.#cache.put(from, rows)
    this.#loaded.notify()
    // The lines before are being counted still: their numbers come later.
    if (rows.some(({ line }) => line === null)) this.#readAgain(() => this.expire())
  }

  /** What is here is asked for again after a while; nothing else waits for that. */
  #readAgain(expire: () => void): void {
    this.#again ??= setTimeout(() => {
      this.#again = undefined
      expire()
    }, RETRY_MS)
  }
}

function find(from: number, to: number, matches: (row: number) => boolean): number | null {
  for (let row = from; row < to; row += 1) if (matches(row)) return row
  return null
}
