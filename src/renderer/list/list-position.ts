import { EMPTY_LIST, type ListModel } from './list-model.ts'
import {
  type Anchor,
  AT_END,
  anchorOfScroll,
  type Geometry,
  hold,
  jumpTo,
  maxTop,
  moveBy,
  placeAt,
  topOf,
  visibleRows,
} from './viewport.ts'

/** Used until the style sheet says otherwise, in CSS pixels. */
const DEFAULT_ROW_HEIGHT = 20

/** What the position depends on, and whom it tells. */
export interface ListPositionTarget {
  /** Rows at the end of the log that can be shown before their numbers are known. */
  readonly tailRows: number
  /** See {@link Geometry}. */
  readonly heightOf: ((row: number) => number) | undefined
  /** The user left the end or came back to it. */
  onFollowChange(follow: boolean): void
  /** Another part is to be drawn. */
  onMove(): void
}

/**
 * Where the view of a list stands. It is a number of rows, not of pixels, because no element is as tall
 * as a large log. While the lines of a log are counted the end is shown without numbers: a preview,
 * whose rows are those of the tail.
 */
export class ListPosition {
  readonly #target: ListPositionTarget
  #model: ListModel = EMPTY_LIST
  #anchor: Anchor = AT_END
  #isPreview = false
  /** Whether the numbers at the end were known once: what is shown by them stays until the tail is here. */
  #wasNumbered = false
  #moves = 0
  #height = 0
  #rowHeight = DEFAULT_ROW_HEIGHT

  constructor(target: ListPositionTarget) {
    this.#target = target
  }

  get anchor(): Anchor {
    return this.#anchor
  }

  /** What is shown. */
  get model(): ListModel {
    return this.#model
  }

  /** The rows are those of the tail, without numbers. */
  get isPreview(): boolean {
    return this.#isPreview
  }

  /** How often the user chose another position, or another line by the pointer. */
  get moves(): number {
    return this.#moves
  }

  get geometry(): Geometry {
    const { heightOf, tailRows } = this.#target
    const { first, end, partial } = this.#model
    // The unfinished line has a row behind those of the numbered lines.
    const numbered = { first, end: end + (partial === null ? 0 : 1) }
    const rows = this.#isPreview ? { first: 0, end: tailRows } : numbered
    const sizes = { rowHeight: this.#rowHeight, height: this.#height }
    return { ...rows, ...sizes, ...(heightOf !== undefined && { heightOf }) }
  }

  get top(): number {
    return topOf(this.#anchor, this.geometry)
  }

  get visibleRows(): { from: number; to: number } {
    return visibleRows(this.top, this.geometry)
  }

  /** Whether all rows are in the view: there is nowhere to go. */
  get isWhole(): boolean {
    const { geometry } = this
    return maxTop(geometry) === geometry.first
  }

  setModel(model: ListModel): void {
    const isOther = model.log !== this.#model.log
    if (isOther) {
      this.#anchor = AT_END
      this.renumber()
    } else if (model.instance !== this.#model.instance) this.renumber()
    if (this.#isPreview && !model.indexing) this.#endPreview(model)
    const leaves = !model.follow && this.#anchor.kind === 'end'
    // The view is held by the geometry in which the user saw it, before the end moves on.
    if (leaves && !isOther) this.#anchor = hold(AT_END, this.geometry)
    this.#model = model
    if (leaves && isOther) this.#anchor = hold(AT_END, this.geometry)
    if (model.follow) this.#anchor = AT_END
  }

  /** The numbers mean other lines from here on: only the place of the view stays. */
  renumber(): void {
    this.#isPreview = false
    this.#wasNumbered = false
  }

  /** Numbered rows are shown from here on. */
  leavePreview(): void {
    this.#isPreview = false
  }

  /** Shows the tail while nothing else is known of the end; answers whether it is wanted. */
  enterPreview(): boolean {
    if (!this.#model.indexing) {
      this.#wasNumbered = true
      return false
    }
    if (this.#model.paused) return false
    const isAtEnd = this.#anchor.kind === 'end'
    const wanted = isAtEnd || this.#isPreview
    // Where the index ends for now is not the end: rather nothing for a moment than lines of the middle.
    if (isAtEnd && (this.#target.tailRows > 0 || !this.#wasNumbered)) this.#isPreview = true
    return wanted
  }

  /** Holds what is read while `change` makes the view or the rows taller or lower. */
  resize(change: () => { readonly height: number; readonly rowHeight: number }): void {
    const isHeld = this.#anchor.kind === 'line' && this.#height > 0
    if (isHeld) this.#anchor = hold(this.#anchor, this.geometry)
    const { height, rowHeight } = change()
    this.#height = height
    this.#rowHeight = rowHeight || DEFAULT_ROW_HEIGHT
    // A taller view must not leave an anchor below its lowest place: the next lines would move it.
    if (isHeld) this.#anchor = hold(this.#anchor, this.geometry)
    this.#target.onMove()
  }

  /** A position that the user chose; tells when that left or reached the end. */
  choose(anchor: Anchor): void {
    this.#moves += 1
    const before = this.#anchor
    this.#anchor = anchor
    this.#target.onMove()
    const leaves = this.#model.searching && anchor.kind === 'line'
    if (before.kind !== anchor.kind || leaves) this.#target.onFollowChange(anchor.kind === 'end')
  }

  /** The user chose something else that stays as it is when the rows become others. */
  countMove(): void {
    this.#moves += 1
  }

  moveBy(rows: number): void {
    // No reason to stop following where there is nowhere to go.
    if (rows === 0 || this.isWhole) return
    this.choose(moveBy(this.#anchor, rows, this.geometry))
  }

  /** The thumb of the scroll bar was moved. */
  scrollTo(scrollTop: number): void {
    this.choose(anchorOfScroll(scrollTop, this.geometry))
  }

  jumpTo(row: number): void {
    this.choose(jumpTo(row, this.geometry))
  }

  toStart(): void {
    this.#isPreview = false
    this.choose({ kind: 'line', line: this.geometry.first, offsetPx: 0 })
  }

  toEnd(): void {
    this.choose(AT_END)
  }

  /** Who reads at the end is not carried off by what comes. */
  holdAtEnd(): void {
    if (this.#anchor.kind === 'end') this.choose(hold(AT_END, this.geometry))
  }

  /** Brings a row to `y` pixels below the top, as near as the rows allow; not a move of the user's. */
  place(row: number, y: number): void {
    this.#anchor = placeAt(row, y, this.geometry)
    this.#target.onMove()
  }

  /** Brings a row that was in the view back to `y` pixels below its top, unless it is in it still. */
  keepInView(row: number, y: number): void {
    const { from, to } = this.visibleRows
    if (this.#height > 0 && (row < from || row >= to)) this.place(row, y)
  }

  /** Leaves the end or comes to it; not a move of the user's. */
  setFollow(follow: boolean): void {
    if (follow === (this.#anchor.kind === 'end')) return
    this.#anchor = follow ? AT_END : hold(AT_END, this.geometry)
    this.#target.onMove()
    this.#target.onFollowChange(follow)
  }

  /** The numbers are known now: the view stays on the same lines, which have theirs from here on. */
  #endPreview({ end }: ListModel): void {
    this.#isPreview = false
    if (this.#anchor.kind !== 'line') return
    const offset = end - this.#target.tailRows
    this.#anchor = { ...this.#anchor, line: this.#anchor.line + offset }
  }
}
