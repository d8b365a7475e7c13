import type { LogId } from '../../../shared/protocol.ts'
import type { ViewId, ViewState } from '../../../shared/views.ts'
import { NO_ROWS } from '../../data/no-rows.ts'
import type { ClosableRows } from '../../data/row-source.ts'
import type { Session } from '../../data/session.ts'
import { EMPTY_LIST, type ListModel } from '../../list/list-model.ts'
import type { LogList } from '../../list/log-list.ts'
import { modelOf } from '../../list/model-of.ts'
import type { ReadingPlace } from '../../list/reading-place.ts'
import { searchedTerm } from './searched-term.ts'

/** Rows that are asked for before they are drawn: more than most panes show at once. */
export const FIRST_RESULTS = 64

/** What is needed of the list. */
type FedList = Pick<LogList, 'readingPlace' | 'setModel' | 'setRows' | 'placeRow' | 'scrollToStart'>

export interface ResultsFeedOptions {
  readonly session: Pick<Session, 'getState' | 'watch' | 'viewRows' | 'viewPlace'>
  readonly list: FedList
  readonly log: LogId
  /** Other rows are drawn, or it is known that there are none. */
  onDrawn(view: ViewState): void
  /** Whether no row is drawn. Called when that changes. */
  onEmpty(isEmpty: boolean): void
}

/** Rows that are drawn, or will be. */
interface Results {
  readonly view: ViewId
  readonly rows: ClosableRows
}

/**
 * Feeds the list of results with the views of one search after the other. The rows of the one before
 * stay until the first rows of the next are here, or it is known that there are none; so nothing
 * blinks while somebody types. Another term begins at its first match; the same one, found again after
 * the server was away or the filter changed, where it was read.
 */
export class ResultsFeed {
  readonly #options: ResultsFeedOptions
  readonly #stop: () => void
  readonly #closed = new AbortController()
  #follow = false
  #model: ListModel = EMPTY_LIST
  #drawn: Results | null = null
  /** The term of the rows that are drawn. */
  #term = ''
  #next: Results | null = null
  /** The row to which the next rows are read on; null until it is known. */
  #row: number | null = null
  #asking: AbortController | null = null
  /** The row at which a pause ends that began before these rows were drawn. */
  #limit: number | null = null
  #isEmpty = true

  constructor(options: ResultsFeedOptions) {
    this.#options = options
    this.#stop = options.session.watch(() => this.#update())
  }

  /** Shows the rows of this view as soon as there are some. */
  show(view: ViewId): void {
    if (view === (this.#next ?? this.#drawn)?.view) return
    this.#dropNext()
    if (view !== this.#drawn?.view) {
      const rows = this.#options.session.viewRows(this.#options.log, view)
      rows.onLoaded(() => this.#proceed())
      this.#next = { view, rows }
    }
    this.#update()
  }

  /** Shows nothing: nobody searches any more. */
  clear(): void {
    this.#dropNext()
    const before = this.#drawn
    if (before === null) return
    this.#drawn = null
    this.#limit = null
    this.#follow = false
    this.#model = EMPTY_LIST
    this.#options.list.setRows(NO_ROWS, EMPTY_LIST)
    before.rows.close()
    this.#tellEmpty()
  }

  /** The user left the end, or came to it. */
  setFollow(follow: boolean): void {
    this.#follow = follow
    this.#update()
  }

  close(): void {
    this.#stop()
    this.#closed.abort()
    this.#dropNext()
    this.#drawn?.rows.close()
  }

  #dropNext(): void {
    this.#asking?.abort()
    this.#asking = null
    this.#row = null
    this.#next?.rows.close()
    this.#next = null
  }

  #stateOf({ view }: Results): ViewState | null {
    return this.#options.session.getState().views.get(view) ?? null
  }

  #update(): void {
    if (this.#next !== null) this.#proceed()
    else if (this.#drawn !== null && this.#stateOf(this.#drawn) !== null) {
      this.#model = this.#modelOf(this.#drawn)
      this.#options.list.setModel(this.#model)
      this.#findLimit(this.#drawn)
      this.#tellEmpty()
    }
  }

  #modelOf({ view }: Results): ListModel {
    const { log, session } = this.#options
    const shown = { log, view, follow: this.#follow, limit: this.#limit }
    const model = modelOf(session.getState(), this.#model, shown)
    if (!model.paused) this.#limit = null
    return model
  }

  /** Draws the next rows when those that will be seen are here. */
  #proceed(): void {
    const next = this.#next
    const view = next === null ? null : this.#stateOf(next)
    if (next === null || view === null) return
    const { first, end, phase } = view
    if (end === first) {
      if (phase.kind !== 'scanning') this.#begin(next, view, null)
      return
    }
    const place = this.#placeIn(view)
    const row = place === null ? first : this.#rowOf(next, place)
    if (row === null) return
    const from = Math.max(first, Math.min(row, end - 1) - FIRST_RESULTS / 2)
    next.rows.want(from, Math.min(end, from + FIRST_RESULTS))
    const seen = Math.max(first, Math.min(row, end - 1))
    if (next.rows.peek(seen) !== undefined) this.#begin(next, view, place)
  }

  /** Where the same term was read; null for the beginning. */
  #placeIn(view: ViewState): ReadingPlace | null {
    const place = this.#options.list.readingPlace
    if (this.#drawn === null || this.#isEmpty || termOf(view) !== this.#term) return null
    return place.kind === 'row' && place.line === null ? null : place
  }

  /** The row of a place; null while it is not known. */
  #rowOf(next: Results, place: ReadingPlace): number | null {
    if (place.kind === 'end') return Number.MAX_SAFE_INTEGER
    if (this.#row !== null || this.#asking !== null || place.line === null) return this.#row
    const asking = new AbortController()
    this.#asking = asking
    const before = this.#stateOf(next)
    void next.rows.rowOf(place.line, asking.signal).then((row) => {
      if (asking.signal.aborted) return
      this.#asking = null
      this.#row = row
      // More may have been found since it was asked, and nobody may tell of more than that.
      if (row !== null || this.#stateOf(next) !== before) this.#proceed()
    })
    return null
  }

  #begin(next: Results, view: ViewState, place: ReadingPlace | null): void {
    const { list } = this.#options
    const before = this.#drawn
    const row = this.#row
    this.#next = null
    this.#dropNext()
    this.#drawn = next
    this.#term = termOf(view)
    this.#limit = null
    if (place?.kind !== 'end') this.#follow = false
    this.#model = this.#modelOf(next)
    list.setRows(next.rows, this.#model)
    this.#options.onDrawn(view)
    before?.rows.close()
    if (place === null) list.scrollToStart()
    else if (place.kind === 'row' && row !== null) list.placeRow(row, place.y, place.active)
    this.#findLimit(next)
    this.#tellEmpty()
  }

  #tellEmpty(): void {
    const isEmpty = this.#model.end <= this.#model.first
    if (isEmpty === this.#isEmpty) return
    this.#isEmpty = isEmpty
    this.#options.onEmpty(isEmpty)
  }

  /** Rows of lines that came after the pause began are not drawn: these lines are not shown either. */
  #findLimit(drawn: Results): void {
    const { session, log } = this.#options
    const { pause } = session.getState()
    const { paused, frozen } = this.#model
    if (!paused || frozen || this.#limit !== null || pause.kind !== 'paused') return
    if (this.#stateOf(drawn)?.phase.kind === 'scanning') return
    // Until it is known nothing is cut off.
    this.#limit = Number.MAX_SAFE_INTEGER
    void session.viewPlace(log, drawn.view, pause.end, this.#closed.signal).then((answer) => {
      if (answer.kind !== 'ok' || this.#drawn !== drawn) return
      this.#limit = answer.value.row
      this.#update()
    })
  }
}

function termOf({ query }: ViewState): string {
  return JSON.stringify(searchedTerm(query))
}
