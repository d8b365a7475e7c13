import { shownView } from '../data/page-state.ts'
import type { ClosableRows, RowSource } from '../data/row-source.ts'
import type { Session } from '../data/session.ts'
import { EMPTY_LIST, type ListModel } from './list-model.ts'
import type { LogList } from './log-list.ts'
import { modelOf } from './model-of.ts'

/**
 * How long other rows wait for the place of the line that the reader is on, in ms: an answer within
 * that time moves nothing under the eyes, and the first rows of a long search do not come later.
 */
const PLACE_WAIT_MS = 60

/** The reader's line, until its row among the new rows is known. */
interface Lost {
  readonly line: number
  readonly y: number
  readonly active: boolean
  /** Of the list: when it differs the reader went elsewhere meanwhile. */
  readonly moves: number
}

/**
 * Feeds a list with the rows that the page shows of the selected log: its lines, or those of a view.
 * When a filter comes, changes or goes, the line that the reader was on stays where it is.
 */
export class ListFeed {
  readonly #session: Session
  readonly #list: LogList
  readonly #stop: () => void
  #model: ListModel = EMPTY_LIST
  #view: ClosableRows | null = null
  #lost: Lost | null = null
  #asking: AbortController | null = null
  #waiting = false

  constructor(session: Session, list: LogList) {
    this.#session = session
    this.#list = list
    this.#stop = session.watch(() => this.#show())
    this.#show()
  }

  close(): void {
    this.#stop()
    this.#asking?.abort()
    this.#view?.close()
  }

  get #rows(): RowSource {
    return this.#view ?? this.#session.lines
  }

  #show(): void {
    const before = this.#model
    const model = modelOf(this.#session.getState(), before)
    if (model.view === before.view && (model.view === null || model.log === before.log)) {
      this.#model = model
      if (!this.#waiting) this.#list.setModel(model)
      this.#find()
      return
    }
    this.#exchange(model, before)
  }

  /** Other rows: those of another view, or all lines again. */
  #exchange(model: ListModel, before: ListModel): void {
    if (model.log === before.log && !this.#waiting) this.#lost = this.#place() ?? this.#lost
    else if (model.log !== before.log) this.#lost = null
    const old = this.#view
    const { log, view } = model
    this.#view = log === null || view === null ? null : this.#session.viewRows(log, view)
    this.#model = model
    this.#asking?.abort()
    this.#asking = null
    const wait = this.#lost !== null && model.view !== null
    this.#waiting = wait
    if (wait) setTimeout(() => this.#begin(), PLACE_WAIT_MS)
    else this.#begin(true)
    this.#find()
    old?.close()
  }

  #begin(isOther = false): void {
    if (!this.#waiting && !isOther) return
    this.#waiting = false
    this.#list.setRows(this.#rows, this.#model)
    if (this.#lost !== null) {
      this.#list.placeRow(this.#model.first, 0, false)
      this.#lost = { ...this.#lost, moves: this.#list.moves }
    }
  }

  #place(): Lost | null {
    const place = this.#list.readingPlace
    return place.kind === 'line' ? { ...place, moves: this.#list.moves } : null
  }

  /** Asks for the row of the reader's line, again and again as the search comes nearer to it. */
  #find(): void {
    const lost = this.#lost
    if (lost === null || this.#asking !== null) return
    const asking = new AbortController()
    this.#asking = asking
    void this.#rows.rowOf(lost.line, asking.signal).then((row) => {
      if (asking.signal.aborted) return
      this.#asking = null
      if (this.#list.moves !== lost.moves && !this.#waiting) this.#lost = null
      else if (row !== null && this.#isFinal(row)) {
        this.#begin()
        this.#lost = null
        this.#list.placeRow(row, lost.y, lost.active)
      }
    })
  }

  /** While the search goes on, no row at or after the line says only that none was found so far. */
  #isFinal(row: number): boolean {
    if (this.#model.view === null) return true
    const view = shownView(this.#session.getState(), this.#model.log)
    return view === null || view.phase.kind !== 'scanning' || row < view.end
  }
}
