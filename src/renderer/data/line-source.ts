import type { LogId } from '../../shared/log-id.ts'
import { type LineText, MAX_WINDOW_LINES } from '../../shared/protocol.ts'
import type { Api } from './api.ts'
import type { Row, RowSource } from './row-source.ts'
import { WindowedRows } from './windowed-rows.ts'

/** Lines of the end that are shown while the index does not know their numbers: about four screens. */
export const TAIL_LINES = 200

/** The end of a log that is still being indexed is read again at most this often, in ms. */
const TAIL_INTERVAL_MS = 500

/** The log to read, and `[first, end)` of its lines. */
export interface LineBounds {
  readonly log: LogId
  readonly encoding: string
  /** Of the server: another one may number the lines differently. */
  readonly instance: string
  readonly first: number
  readonly end: number
}

/** All lines of a log as rows: row N is line N. Reads windows from the server into a bounded cache. */
export class WindowedLines implements RowSource {
  readonly #api: Api
  readonly #rows: WindowedRows
  #bounds: LineBounds | null = null
  #tail: readonly Row[] = []
  #tailAsked: { at: number; abort: AbortController } | null = null

  constructor(api: Api) {
    this.#api = api
    this.#rows = new WindowedRows(async (from, to, signal) => {
      if (this.#bounds === null) return null
      const answer = await api.lines(this.#bounds.log, from, to, signal)
      if (answer.kind !== 'ok') return null
      return { from: answer.value.from, rows: numbered(answer.value.from, answer.value.lines) }
    })
  }

  /** Reads this log from now on; another log, encoding or server forgets everything. */
  setBounds(bounds: LineBounds | null): void {
    const before = keyOf(this.#bounds)
    this.#bounds = bounds
    const key = keyOf(bounds)
    if (key !== before) this.#forgetTail()
    this.#rows.setRange(bounds && { key, first: bounds.first, end: bounds.end })
  }

  /** Takes lines that came by the event stream. */
  accept(from: number, lines: readonly LineText[]): void {
    this.#rows.accept(from, numbered(from, lines))
  }

  /** Something may have been missed meanwhile: what is shown stays and is read again. */
  expire(): void {
    this.#tailAsked = null
    this.#rows.expire()
  }

  peek(line: number): Row | undefined {
    return this.#rows.peek(line)
  }

  want(from: number, to: number): void {
    this.#rows.want(from, to)
  }

  peekTail(): readonly Row[] {
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
      this.#tail = answer.value.lines.map((text) => ({ ...text, line: null }))
      this.#rows.notify()
    })
  }

  async read(from: number, to: number, signal?: AbortSignal): Promise<readonly Row[] | null> {
    const { log } = this.#bounds ?? {}
    if (log === undefined) return null
    const read: Row[] = []
    while (from + read.length < to) {
      const next = from + read.length
      const until = Math.min(to, next + MAX_WINDOW_LINES)
      const answer = await this.#api.lines(log, next, until, signal)
      if (answer.kind !== 'ok' || answer.value.lines.length === 0) return null
      if (answer.value.from !== next) return null
      read.push(...numbered(next, answer.value.lines))
    }
    return read
  }

  rowOf(line: number): Promise<number | null> {
    return Promise.resolve(line)
  }

  onLoaded(listener: () => void): () => void {
    return this.#rows.onLoaded(listener)
  }

  close(): void {
    this.#bounds = null
    this.#forgetTail()
    this.#rows.close()
  }

  #forgetTail(): void {
    this.#tail = []
    this.#tailAsked?.abort.abort()
    this.#tailAsked = null
  }
}

function numbered(from: number, lines: readonly LineText[]): readonly Row[] {
  return lines.map((text, offset) => ({ ...text, line: from + offset }))
}

function keyOf(bounds: LineBounds | null): string {
  return bounds === null ? '' : `${bounds.instance} ${bounds.encoding} ${bounds.log}`
}
