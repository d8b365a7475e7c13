import { type LineNumber, lineNumber } from '../../shared/line-number.ts'
import type { Row, RowSource } from '../data/row-source.ts'
import { selectLine } from './line-selection.ts'
import type { LineSpan } from './line-span.ts'
import { EMPTY_LIST, hasEveryLine, type ListModel } from './list-model.ts'
import { ListPosition } from './list-position.ts'
import { ListSelection } from './list-selection.ts'
import type { ReadingPlace } from './reading-place.ts'
import { advance, rowEdges } from './viewport.ts'
import { type WalkKey, walk } from './walk.ts'

/** What a cursor moves in, and whom it tells. */
export interface ListCursorTarget {
  readonly rows: RowSource
  /** See viewport.ts. */
  readonly heightOf: ((row: number) => number) | undefined
  /** The user left the end or came back to it. */
  onFollowChange(follow: boolean): void
  /** Something is to be drawn anew. */
  onChange(): void
  /** A line was gone to from afar: it is to be seen from its beginning, and found by the eye. */
  onArrival(row: number): void
}

/** The reader of a list: where the view stands in its rows, and which of them are selected. */
export class ListCursor {
  readonly position: ListPosition
  readonly selection: ListSelection
  readonly #target: ListCursorTarget
  readonly #signal: AbortSignal
  #model: ListModel = EMPTY_LIST
  /** The last wish to go to a line: older ones that are answered late are forgotten. */
  #journey = 0

  constructor(target: ListCursorTarget, signal: AbortSignal) {
    this.#target = target
    this.#signal = signal
    this.position = new ListPosition({
      get tailRows() {
        return target.rows.peekTail().length
      },
      get heightOf() {
        return target.heightOf
      },
      onFollowChange: (follow) => target.onFollowChange(follow),
      onMove: () => target.onChange(),
    })
    this.selection = new ListSelection(
      (row) => this.lineOf(row),
      () => target.onChange(),
    )
  }

  setModel(model: ListModel): void {
    this.position.setModel(model)
    this.#model = model
  }

  // --- rows and lines -------------------------------------------------------------------------

  /** A row of the view, as far as it is here: while lines are counted it is one of the tail. */
  peek(row: number): Row | undefined {
    const { rows } = this.#target
    return this.position.isPreview ? rows.peekTail()[row] : rows.peek(row)
  }

  lineOf(row: number): LineNumber | null {
    const line = hasEveryLine(this.#model) ? row : this.#target.rows.peek(row)?.line
    return line == null ? null : lineNumber(line)
  }

  /** From the line of the first row to that of the last; null while they are not here. */
  linesOf({ from, to }: { readonly from: number; readonly to: number }): LineSpan | null {
    const first = this.lineOf(from)
    const last = this.lineOf(to - 1)
    return first === null || last === null ? null : { from: first, to: lineNumber(last + 1) }
  }

  /** The row of a finished line at `y` pixels below the top of the view. */
  rowAt(y: number): number | null {
    const { isPreview, top, geometry } = this.position
    if (isPreview) return null
    const row = Math.floor(advance(top, y / geometry.rowHeight, geometry))
    return row >= this.#model.first && row < this.#model.end ? row : null
  }

  /** The lines that are in the view; null while they are not here. */
  linesInView(): LineSpan | null {
    const { from, to } = this.position.visibleRows
    const end = Math.min(to, this.#model.end)
    return this.position.isPreview || end <= from ? null : this.linesOf({ from, to: end })
  }

  /** The texts in the view, from its top. */
  textsInView(): readonly string[] {
    if (this.position.isPreview) return []
    const { from, to } = this.position.visibleRows
    return Array.from({ length: to - from }, (_, at) => this.peek(from + at)?.text ?? '')
  }

  // --- going ----------------------------------------------------------------------------------

  /**
   * Makes the line active, or the next one that has a row, and brings it to the middle of the view.
   * Resolves when it is there, or never will be.
   */
  goToLine(line: LineNumber): Promise<void> {
    return this.#whenPlaced(line, (row) => {
      const near = this.#nearest(row)
      if (near === null) return
      this.position.leavePreview()
      this.selection.set(selectLine(null, near, false))
      this.position.jumpTo(near)
      this.#target.onArrival(near)
    })
  }

  /** Brings a line, or the next one that has a row, to the top of the view; not a move of the user's. */
  showLine(line: LineNumber): Promise<void> {
    return this.#whenPlaced(line, (row) => {
      this.position.setFollow(false)
      this.placeRow(row, 0, false)
    })
  }

  /** Shows the end from now on; not a move of the user's. */
  showEnd(): void {
    this.#journey += 1
    this.position.setFollow(true)
  }

  /** Brings a row to `y` pixels below the top of the view, as near as the rows allow. */
  placeRow(row: number, y: number, active: boolean): void {
    const near = this.#nearest(row)
    if (near === null) return
    if (active) this.selection.set(selectLine(null, near, false))
    this.position.place(near, y)
  }

  walk(key: WalkKey): void {
    if (key.kind === 'edge' && key.edge === 'start') this.position.toStart()
    const { first, end } = this.#model
    const { geometry, anchor, isPreview } = this.position
    // Lines without a number cannot be active.
    const last = isPreview ? geometry.end : end
    if (last <= first) return
    const place = walk(key, { anchor, selection: this.selection.current }, geometry, last)
    if (!isPreview) this.selection.set(place.selection)
    this.position.choose(place.anchor)
  }

  /** The active line where that is in the view, else the line at its top. */
  get place(): ReadingPlace {
    const { anchor, isPreview, top, geometry, visibleRows } = this.position
    if (anchor.kind === 'end' || isPreview) return { kind: 'end' }
    const { from, to } = visibleRows
    const active = this.selection.current?.active ?? -1
    const isActive = active >= from && active < to
    const row = isActive ? active : from
    const y = rowEdges(top, geometry)[row - from] ?? 0
    return { kind: 'row', row, line: this.lineOf(row), y, active: isActive }
  }

  /** Holds what is read while `change` makes the view or its rows taller or lower. */
  resize(change: () => { readonly height: number; readonly rowHeight: number }): void {
    const { place } = this
    this.position.resize(change)
    // Rows above the active line that grow must not push it out of the view.
    if (place.kind === 'row' && place.active) this.position.keepInView(place.row, place.y)
  }

  // --- selecting ------------------------------------------------------------------------------

  /** The pointer is on a row. */
  select(row: number, extend: boolean): void {
    this.position.countMove()
    this.selection.set(selectLine(this.selection.current, row, extend))
  }

  selectAll(): void {
    const { first, end } = this.#model
    if (end > first) this.selection.set({ anchor: first, active: end - 1 })
  }

  /** The selected rows, at most so many; null when they cannot be read. */
  async readSelection(most: number): Promise<readonly Row[] | null> {
    const { range } = this.selection
    if (range === null) return []
    const to = Math.min(range.to, range.from + most)
    return this.#target.rows.read(range.from, to, this.#signal)
  }

  /** Calls `then` with the row of the line, unless another journey was begun until it is known. */
  async #whenPlaced(line: LineNumber, then: (row: number) => void): Promise<void> {
    this.#journey += 1
    if (hasEveryLine(this.#model)) {
      then(line)
      return
    }
    const journey = this.#journey
    const row = await this.#target.rows.rowOf(line, this.#signal)
    if (row !== null && journey === this.#journey) then(row)
  }

  #nearest(row: number): number | null {
    const { first, end } = this.#model
    return end <= first ? null : Math.max(first, Math.min(row, end - 1))
  }
}
