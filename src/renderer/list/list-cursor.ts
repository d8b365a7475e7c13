import type { LineNumber } from '../../shared/line-number.ts'
import type { Row } from '../data/row-source.ts'
import { selectLine } from './line-selection.ts'
import { hasEveryLine } from './list-model.ts'
import type { ListPosition } from './list-position.ts'
import { ListSelection } from './list-selection.ts'
import { createPassingMark, type PassingMark } from './passing-mark.ts'
import type { ReadingPlace } from './reading-place.ts'
import type { RowsInView } from './rows-in-view.ts'
import { rowEdges } from './viewport.ts'
import { type WalkKey, walk } from './walk.ts'

/** Whom a cursor tells. */
export interface ListCursorTarget {
  /** Something is to be drawn anew. */
  onChange(): void
  /** A line was gone to from afar: a part of it is to be seen, or with null its beginning. */
  onArrival(part: string | null): void
}

/** The reader of a list: which rows are selected, which one was gone to, and how the view goes to others. */
export class ListCursor {
  readonly selection: ListSelection
  /** The row that was gone to just now. */
  readonly found: PassingMark
  readonly #view: RowsInView
  readonly #position: ListPosition
  readonly #target: ListCursorTarget
  readonly #signal: AbortSignal
  /** The last wish to go to a line: older ones that are answered late are forgotten. */
  #journey = 0

  constructor(view: RowsInView, target: ListCursorTarget, signal: AbortSignal) {
    this.#view = view
    this.#position = view.position
    this.#target = target
    this.#signal = signal
    this.selection = new ListSelection(
      (row) => view.lineOf(row),
      () => target.onChange(),
    )
    this.found = createPassingMark(() => target.onChange())
  }

  close(): void {
    this.found.clear()
  }

  // --- going ----------------------------------------------------------------------------------

  /**
   * Makes the line active, or the next one that has a row, and brings it to the middle of the view.
   * `part` is the class of what is to be seen of it. Resolves when it is there, or never will be.
   */
  goToLine(line: LineNumber, part: string | null = null): Promise<void> {
    return this.#whenPlaced(line, (row) => {
      const near = this.#nearest(row)
      if (near === null) return
      this.#position.leavePreview()
      this.selection.set(selectLine(null, near, false))
      this.#position.jumpTo(near)
      this.#target.onArrival(part)
      this.found.set(near)
      // Rows that are far away are asked for a frame earlier than they could be drawn.
      this.#view.want(this.#position.visibleRows)
    })
  }

  /** Brings a line, or the next one that has a row, to the top of the view; not a move of the user's. */
  showLine(line: LineNumber): Promise<void> {
    return this.#whenPlaced(line, (row) => {
      this.#position.setFollow(false)
      this.placeRow(row, 0, false)
    })
  }

  /** Shows the end from now on; not a move of the user's. */
  showEnd(): void {
    this.#journey += 1
    this.#position.setFollow(true)
  }

  /** Brings a row to `y` pixels below the top of the view, as near as the rows allow. */
  placeRow(row: number, y: number, active: boolean): void {
    const near = this.#nearest(row)
    if (near === null) return
    if (active) this.selection.set(selectLine(null, near, false))
    this.#position.place(near, y)
  }

  walk(key: WalkKey): void {
    if (key.kind === 'edge' && key.edge === 'start') this.#position.toStart()
    const { first, end } = this.#position.model
    const { geometry, anchor, isPreview } = this.#position
    // Lines without a number cannot be active.
    const last = isPreview ? geometry.end : end
    if (last <= first) return
    const place = walk(key, { anchor, selection: this.selection.current }, geometry, last)
    if (!isPreview) this.selection.set(place.selection)
    this.#position.choose(place.anchor)
  }

  /** The active line where that is in the view, else the line at its top. */
  get place(): ReadingPlace {
    const { anchor, isPreview, top, geometry, visibleRows } = this.#position
    if (anchor.kind === 'end' || isPreview) return { kind: 'end' }
    const { from, to } = visibleRows
    const active = this.selection.current?.active ?? -1
    const isActive = active >= from && active < to
    const row = isActive ? active : from
    const y = rowEdges(top, geometry)[row - from] ?? 0
    return { kind: 'row', row, line: this.#view.lineOf(row), y, active: isActive }
  }

  /** Holds what is read while `change` makes the view or its rows taller or lower. */
  resize(change: () => { readonly height: number; readonly rowHeight: number }): void {
    const { place } = this
    this.#position.resize(change)
    // Rows above the active line that grow must not push it out of the view.
    if (place.kind === 'row' && place.active) this.#position.keepInView(place.row, place.y)
  }

  // --- selecting ------------------------------------------------------------------------------

  /** The pointer is on a row. */
  select(row: number, extend: boolean): void {
    this.#position.countMove()
    this.selection.set(selectLine(this.selection.current, row, extend))
  }

  /** The numbers of rows mean other lines from here on. */
  forgetRows(): void {
    this.selection.set(null)
    this.found.clear()
  }

  selectAll(): void {
    const { first, end } = this.#position.model
    if (end > first) this.selection.set({ anchor: first, active: end - 1 })
  }

  /** The selected rows, at most so many; null when they cannot be read. */
  async readSelection(most: number): Promise<readonly Row[] | null> {
    const { range } = this.selection
    if (range === null) return []
    const to = Math.min(range.to, range.from + most)
    return this.#view.source.read(range.from, to, this.#signal)
  }

  /** Calls `then` with the row of the line, unless another journey was begun until it is known. */
  async #whenPlaced(line: LineNumber, then: (row: number) => void): Promise<void> {
    this.#journey += 1
    if (hasEveryLine(this.#position.model)) {
      then(line)
      return
    }
    const journey = this.#journey
    const row = await this.#view.source.rowOf(line, this.#signal)
    if (row !== null && journey === this.#journey) then(row)
  }

  #nearest(row: number): number | null {
    const { first, end } = this.#position.model
    return end <= first ? null : Math.max(first, Math.min(row, end - 1))
  }
}
