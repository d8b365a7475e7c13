import type { LogId } from '../../shared/log-id.ts'
import type { LineText } from '../../shared/protocol.ts'
import type { ViewId, ViewOpening } from '../../shared/views.ts'
import type { Api } from './api.ts'
import { WindowedLines } from './line-source.ts'
import type { PageState } from './page-state.ts'
import type { ClosableRows } from './row-source.ts'
import { WindowedView } from './view-rows.ts'

/** How long rows wait for who shows them, in ms: longer, and they may be others in the file. */
const OPENING_MS = 1000

/** The rows that parts of the page opened, each kept to what the page knows of its log or view. */
export class OpenRows {
  readonly #api: Api
  readonly #getState: () => PageState
  readonly #logs = new Map<WindowedLines, LogId>()
  readonly #views = new Map<WindowedView, { log: LogId; view: ViewId }>()
  /** Rows that came with the views that were opened last. */
  readonly #openings = new Map<ViewId, { at: number; opening: ViewOpening }>()

  constructor(api: Api, getState: () => PageState) {
    this.#api = api
    this.#getState = getState
  }

  ofLog(log: LogId): ClosableRows {
    const rows = new WindowedLines(this.#api)
    this.#logs.set(rows, log)
    this.#updateLog(rows, log)
    return this.#closable(rows, () => this.#logs.delete(rows))
  }

  ofView(log: LogId, view: ViewId): ClosableRows {
    const rows = new WindowedView(this.#api)
    this.#views.set(rows, { log, view })
    this.#updateView(rows, log, view)
    const known = this.#openings.get(view)
    if (known !== undefined && performance.now() - known.at < OPENING_MS) rows.accept(known.opening)
    return this.#closable(rows, () => this.#views.delete(rows))
  }

  /** Keeps the rows that came with a view for who shows it now. */
  expect(view: ViewId, opening: ViewOpening): void {
    const at = performance.now()
    for (const [other, known] of this.#openings) {
      if (at - known.at >= OPENING_MS) this.#openings.delete(other)
    }
    this.#openings.set(view, { at, opening })
  }

  /** The page's state is another one. */
  update(): void {
    for (const [rows, log] of this.#logs) this.#updateLog(rows, log)
    for (const [rows, { log, view }] of this.#views) this.#updateView(rows, log, view)
  }

  /** Takes the newest lines of a log. */
  accept(log: LogId, from: number, lines: readonly LineText[]): void {
    for (const [rows, own] of this.#logs) if (own === log) rows.accept(from, lines)
  }

  expire(): void {
    for (const rows of this.#logs.keys()) rows.expire()
    for (const rows of this.#views.keys()) rows.expire()
  }

  close(): void {
    for (const rows of this.#logs.keys()) rows.close()
    for (const rows of this.#views.keys()) rows.close()
    this.#logs.clear()
    this.#views.clear()
    this.#openings.clear()
  }

  #updateLog(rows: WindowedLines, id: LogId): void {
    const { server } = this.#getState()
    const log = server?.logs.find((one) => one.id === id)
    rows.setBounds(log ? { ...log, log: id, instance: server?.instance ?? '' } : null)
  }

  #updateView(rows: WindowedView, id: LogId, view: ViewId): void {
    const state = this.#getState()
    const log = state.server?.logs.find((one) => one.id === id)
    const known = state.views.get(view)
    if (log === undefined || known === undefined) rows.setBounds(null)
    else {
      const { first, end } = known
      const scanning = known.phase.kind === 'scanning'
      const grownTo = known.query.heads === true ? known.scanned : 0
      rows.setBounds({ log: id, view, encoding: log.encoding, first, end, scanning, grownTo })
    }
  }

  #closable(rows: WindowedLines | WindowedView, forget: () => void): ClosableRows {
    return {
      peek: (row) => rows.peek(row),
      want: (from, to) => rows.want(from, to),
      peekTail: () => rows.peekTail(),
      wantTail: (count) => rows.wantTail(count),
      read: (from, to, signal) => rows.read(from, to, signal),
      rowOf: (line, signal) => rows.rowOf(line, signal),
      onLoaded: (listener) => rows.onLoaded(listener),
      close() {
        forget()
        rows.close()
      },
    }
  }
}
