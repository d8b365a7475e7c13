import type { LogId } from '../../shared/log-id.ts'
import { MAX_WINDOW_LINES } from '../../shared/protocol.ts'
import type { ViewId, ViewOpening } from '../../shared/views.ts'
import type { Api } from './api.ts'
import type { Row, RowSource } from './row-source.ts'
import { WindowedRows } from './windowed-rows.ts'

/** Rows that come with the row of a line: it is asked for by who will show them. */
const PLACE_ROWS = 200

/** The view to read, and `[first, end)` of its rows. */
export interface ViewBounds {
  readonly log: LogId
  readonly view: ViewId
  readonly encoding: string
  readonly first: number
  readonly end: number
  /** Not everything was looked at yet. */
  readonly scanning: boolean
  /** Bytes looked at, where rows tell of the lines behind them: what comes changes the last row. */
  readonly grownTo: number
}

/** The rows of a view. Reads windows from the server into a bounded cache. */
export class WindowedView implements RowSource {
  readonly #api: Api
  readonly #rows: WindowedRows
  #bounds: ViewBounds | null = null
  /** What came with the view. */
  #opening: ViewOpening | null = null

  constructor(api: Api) {
    this.#api = api
    this.#rows = new WindowedRows(async (from, to, signal) => {
      if (this.#bounds === null) return null
      const { log, view } = this.#bounds
      const answer = await api.viewLines(log, view, from, to, signal)
      return answer.kind === 'ok' ? answer.value : null
    })
  }

  /** Reads these rows from now on; with null nothing more, as when the view is gone: what is here stays. */
  setBounds(bounds: ViewBounds | null): void {
    const before = this.#bounds
    this.#bounds = bounds
    if (bounds === null) {
      this.#rows.stop()
      return
    }
    const { view, encoding, first, end, grownTo } = bounds
    this.#rows.setRange({ key: `${view} ${encoding}`, first, end })
    if (before !== null && before.grownTo !== grownTo) this.#rows.readAgainSoon(before.end - 1)
  }

  /** Takes the rows that came with the view. */
  accept(opening: ViewOpening): void {
    const { window } = opening
    this.#opening = opening
    if (window.rows.length > 0) this.#rows.accept(window.from, window.rows)
  }

  /** Something may have been missed meanwhile: what is shown stays and is read again. */
  expire(): void {
    this.#rows.expire()
  }

  peek(row: number): Row | undefined {
    return this.#rows.peek(row)
  }

  want(from: number, to: number): void {
    this.#rows.want(from, to)
  }

  peekTail(): readonly Row[] {
    return []
  }

  wantTail(): void {
    // Its rows have their places from the first moment on.
  }

  async read(from: number, to: number, signal?: AbortSignal): Promise<readonly Row[] | null> {
    const bounds = this.#bounds
    if (bounds === null) return null
    const read: Row[] = []
    while (from + read.length < to) {
      const next = from + read.length
      const until = Math.min(to, next + MAX_WINDOW_LINES)
      const answer = await this.#api.viewLines(bounds.log, bounds.view, next, until, signal)
      if (answer.kind !== 'ok' || answer.value.rows.length === 0) return null
      if (answer.value.from !== next) return null
      read.push(...answer.value.rows)
    }
    return read
  }

  async rowOf(line: number, signal?: AbortSignal): Promise<number | null> {
    const bounds = this.#bounds
    if (bounds === null) return null
    const known = this.#opening && rowIn(this.#opening, line)
    // Once only: what comes before the line, when a log is read anew, moves the row.
    this.#opening = null
    if (known !== null) return known
    const { log, view } = bounds
    const answer = await this.#api.viewPlace(log, view, line, signal, PLACE_ROWS)
    if (answer.kind !== 'ok') return null
    const { row, end, window } = answer.value
    if (window !== undefined && this.#bounds?.view === view)
      this.#rows.accept(window.from, window.rows)
    // No row so far says nothing while the search may have one of this line before it.
    return row >= end && bounds.scanning ? null : row
  }

  onLoaded(listener: () => void): () => void {
    return this.#rows.onLoaded(listener)
  }

  close(): void {
    this.#bounds = null
    this.#rows.close()
  }
}

/** The first row at a line or after it, where the rows that came with the view tell; else null. */
function rowIn({ line: asked, row, window }: ViewOpening, line: number): number | null {
  if (asked === line && row !== null) return row
  const at = window.rows.findIndex((one) => one.line !== null && one.line >= line)
  // The first of them says nothing of the rows before it, unless it is the line itself.
  const isFirst = at === 0 && window.from > window.first && window.rows[0]?.line !== line
  return at === -1 || isFirst ? null : window.from + at
}
