/*
 * Which rows a list draws, and where the reader stays when these become others. Longer than most:
 * what is shown, what is waited for and where the reader was change together.
 */
import type { Session } from '../data/session.ts'
import { placeAt, rowAbove } from '../data/splices.ts'
import { EMPTY_LIST, type ListModel } from './list-model.ts'
import type { LogList } from './log-list.ts'
import { modelOf, type Shown } from './model-of.ts'
import type { LinePlace, Places } from './places.ts'
import type { ReadingPlace } from './reading-place.ts'
import { RowsOfLog } from './rows-of-log.ts'

/**
 * How long other rows wait for the place of the line that the reader is on, in ms: an answer within
 * that time moves nothing under the eyes, and the first rows of a long search do not come later.
 */
const PLACE_WAIT_MS = 60

/** More rows than any view has. */
const SCREEN_ROWS = 500

/** Rows on each side of the reader's line that are asked for before they are drawn: a tall screen. */
const NEAR_ROWS = 100

/** The reader's line, until its row among the new rows is known. */
interface Lost extends LinePlace {
  /** Of the list: when it differs the reader went elsewhere meanwhile. */
  readonly moves: number
}

export interface ListFeedOptions {
  readonly session: Session
  readonly list: LogList
  /** What is to be shown now. */
  shown(): Shown
  /** It is always the selected log that is shown, whose lines the session has. */
  readonly sharesLines: boolean
  readonly places: Places
}

/**
 * Feeds a list with the rows that the page shows of a log: its lines, those of a filter, folded
 * entries. When these become others, the line that the reader was on stays where it is; a log that is
 * shown again stands where it was left.
 */
export class ListFeed {
  readonly #options: ListFeedOptions
  readonly #session: Session
  readonly #list: LogList
  readonly #stop: () => void
  readonly #closed = new AbortController()
  #model: ListModel = EMPTY_LIST
  #rows: RowsOfLog
  /** The row at which the pause ends, in rows that were shown only after it began. */
  #limit: number | null = null
  #lost: Lost | null = null
  /** That row, until the rows are changed over. */
  #row: number | null = null
  /** The line that was brought back last: it may have no row of its own among those shown now. */
  #origin: Lost | null = null
  #forgetLoaded: (() => void) | null = null
  #asking: AbortController | null = null
  /** Set while the rows before are still on the screen. */
  #wait: ReturnType<typeof setTimeout> | undefined
  /** What is on the screen meanwhile. */
  #before: RowsOfLog | null = null

  constructor(options: ListFeedOptions) {
    this.#options = options
    this.#session = options.session
    this.#list = options.list
    this.#rows = new RowsOfLog(options.session, EMPTY_LIST, options.sharesLines)
    this.#stop = options.session.watch(() => this.update())
    this.update()
  }

  close(): void {
    this.#stop()
    this.#closed.abort()
    this.#asking?.abort()
    this.#forgetLoaded?.()
    clearTimeout(this.#wait)
    this.#before?.close()
    this.#rows.close()
  }

  /** Shows what is to be shown now. */
  update(): void {
    const before = this.#model
    const model = modelOf(this.#session.getState(), before, {
      ...this.#options.shown(),
      limit: this.#limit,
    })
    this.#model = model
    if (!model.paused) this.#limit = null
    if (model.log !== before.log) this.#changeLog(before)
    else if (!this.#rows.isOf(model)) this.#exchange()
    else if (model.fold !== before.fold) this.#resplice()
    else if (this.#wait === undefined) this.#list.setModel(model)
    this.#find()
    this.#proceed()
    this.#findLimit()
  }

  #changeLog(before: ListModel): void {
    const { places } = this.#options
    if (before.log !== null)
      places.set(before.log, this.#lost ?? linePlace(this.#list.readingPlace))
    this.#open()
    this.#begin()
    const { log } = this.#model
    const isAtEnd = this.#model.follow || this.#model.searching
    const place = log === null || isAtEnd ? null : places.get(log)
    this.#lost = place === null ? null : { ...place, moves: this.#list.moves }
  }

  /** Other rows of the same log. */
  #exchange(): void {
    const { moves } = this.#list
    // Who did not move since stays on the line of the beginning, through whatever comes and goes.
    const known = [this.#lost, this.#origin].find((one) => one?.moves === moves)
    const place = linePlace(this.#list.readingPlace)
    this.#lost = known ?? (place && { ...place, moves })
    clearTimeout(this.#wait)
    this.#open()
    this.#wait = setTimeout(() => this.#begin(), PLACE_WAIT_MS)
    this.#forgetLoaded = this.#rows.source.onLoaded(() => this.#proceed())
  }

  #open(): void {
    if (this.#before === null) this.#before = this.#rows
    else this.#rows.close()
    this.#rows = new RowsOfLog(this.#session, this.#model, this.#options.sharesLines)
    this.#forgetLoaded?.()
    this.#asking?.abort()
    this.#asking = null
    this.#limit = null
    this.#row = null
    this.#origin = null
  }

  /** Changes over to the new rows as soon as those that will be seen are here. */
  #proceed(): void {
    if (this.#wait === undefined) return
    const { first, end, view } = this.#model
    const isScanning =
      view !== null && this.#session.getState().views.get(view)?.phase.kind === 'scanning'
    const target = this.#lost === null && !isScanning ? end - 1 : this.#row
    if (target === null) return
    const { source } = this.#rows
    const from = Math.max(first, target - NEAR_ROWS)
    source.want(from, Math.min(end, target + NEAR_ROWS))
    const row = Math.max(first, Math.min(target, end - 1))
    if (end <= first || source.peek(row) !== undefined) this.#begin()
  }

  /** Draws the new rows from now on: the first ones while the place of the reader's line is not known. */
  #begin(): void {
    clearTimeout(this.#wait)
    this.#wait = undefined
    this.#forgetLoaded?.()
    this.#forgetLoaded = null
    this.#list.setRows(this.#rows.source, this.#model)
    this.#before?.close()
    this.#before = null
    if (this.#lost === null) return
    if (this.#row !== null) this.#place(this.#lost, this.#row)
    else {
      this.#list.placeRow(this.#model.first, 0, false)
      this.#lost = { ...this.#lost, moves: this.#list.moves }
    }
  }

  #place(lost: Lost, row: number): void {
    this.#row = null
    this.#list.placeRow(row, lost.y, lost.active)
    const placed = { ...lost, moves: this.#list.moves }
    // The last rows so far cannot stand higher than at the end: they are placed again.
    this.#lost = this.#mayCome(row + SCREEN_ROWS) ? placed : null
    this.#origin = placed
  }

  /** Entries are folded differently in the same rows: where everything goes is known at once. */
  #resplice(): void {
    const splices = this.#model.fold?.splices ?? []
    const place = this.#list.readingPlace
    const old = place.kind === 'end' ? null : placeAt(this.#rows.splices, place.row)
    this.#rows.setSplices(splices)
    if (this.#wait !== undefined) return
    this.#list.setRows(this.#rows.source, this.#model)
    if (old === null || place.kind === 'end') return
    const below = old.kind === 'below' ? old.row : old.splice.at - 1
    const isOpen = old.kind === 'inserted' && splices.some(({ line }) => line === old.splice.line)
    const hidden = splices.find(({ at, remove }) => below >= at && below < at + remove)
    const head = rowAbove(splices, hidden === undefined ? below : hidden.at - 1)
    const row = isOpen && old.kind === 'inserted' ? head + 1 + old.offset : head
    this.#list.placeRow(row, place.y, place.active)
  }

  /** Asks for the row of the reader's line, again and again as the search comes nearer to it. */
  #find(): void {
    const lost = this.#lost
    if (lost === null || this.#asking !== null || this.#row !== null) return
    const asking = new AbortController()
    const asked = this.#model
    this.#asking = asking
    void this.#rows.source.rowOf(lost.line, asking.signal).then((row) => {
      if (asking.signal.aborted) return
      this.#asking = null
      const isWaiting = this.#wait !== undefined
      if (!isWaiting && this.#list.moves !== lost.moves) this.#lost = null
      else if (row !== null && !this.#mayCome(row)) {
        this.#row = row
        if (isWaiting) this.#proceed()
        else this.#place(lost, row)
      } else if (this.#model !== asked) {
        // More may be known since it was asked, and nobody may tell of more than that.
        this.#find()
      }
    })
  }

  /** While the search goes on, or the index is built, a row may be there that is not there yet. */
  #mayCome(row: number): boolean {
    const { view, end } = this.#model
    if (view === null) return this.#model.indexing && row >= end
    const phase = this.#session.getState().views.get(view)?.phase
    return phase?.kind === 'scanning' && row >= end
  }

  /** Rows that came after the pause began end where it did. */
  #findLimit(): void {
    const { pause, views } = this.#session.getState()
    const { log, view, paused, frozen } = this.#model
    const isLimited = paused && !frozen && log !== null && view !== null && this.#limit === null
    if (!isLimited || pause.kind !== 'paused') return
    if (views.get(view)?.phase.kind === 'scanning') return
    // Until it is known nothing is cut off.
    this.#limit = Number.MAX_SAFE_INTEGER
    void this.#session.viewPlace(log, view, pause.end, this.#closed.signal).then((answer) => {
      if (answer.kind !== 'ok' || this.#model.view !== view) return
      this.#limit = answer.value.row
      this.update()
    })
  }
}

/** Where the reader is, as a line; null at the end and where nobody knows which line it is. */
function linePlace(place: ReadingPlace): LinePlace | null {
  if (place.kind === 'end' || place.line === null) return null
  const { line, y, active } = place
  return { line, y, active }
}
