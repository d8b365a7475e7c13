import { FIRST_COLUMNS, MAX_COLUMNS } from './clip-columns.ts'
import type { DrawnText } from './link-pointer.ts'
import type { ListDom } from './list-dom.ts'
import type { RowContent } from './row-content.ts'
import { createRowPool, type RowPool } from './row-pool.ts'
import { rowsInUse } from './rows-in-use.ts'
import { plainText } from './style-line.ts'
import { type Geometry, rowEdges, scrollTopOf, spacerHeight, visibleRows } from './viewport.ts'

/** Drawings made so far: the ids of their rows must differ. */
let drawings = 0

/** What is drawn in a frame. */
export interface DrawnRows {
  readonly geometry: Geometry
  readonly top: number
  /** The largest number that a line may get: the numbers have the room of that one. */
  readonly largest: number
  /** Columns between the numbers and the text. */
  readonly fields: number
  content(row: number): RowContent
  /** Characters of the text of a row, as far as it is here. */
  lengthOf(row: number): number
}

/**
 * Writes rows to the elements of a list, and reads from them what only the layout knows. A frame reads
 * first and writes afterwards: the other way round every frame would lay the page out twice.
 */
export class ListDrawing {
  readonly #dom: ListDom
  readonly #pool: RowPool
  #isWrapped = false
  #contentWidth = 0
  #columns = FIRST_COLUMNS
  /** Whether a line on the screen has more text than is drawn. */
  #isClipped = false
  #scrollTop = 0

  constructor(dom: ListDom) {
    drawings += 1
    this.#dom = dom
    this.#pool = createRowPool(dom.pane, `log-list-${drawings}`)
  }

  /** Characters of a line that are drawn. */
  get columns(): number {
    return this.#isWrapped ? MAX_COLUMNS : this.#columns
  }

  /** Whether what was written is still to be measured, in the next frame. */
  get isDirty(): boolean {
    return this.#pool.dirty
  }

  /** The text that the cell of a row shows; null for any other element. */
  textIn(cell: Element): DrawnText | null {
    const shown = this.#pool.shownIn(cell)
    if (shown === null || shown.text === null) return null
    return { text: plainText(shown.text), whole: shown.whole }
  }

  /** Rows that are made ready. */
  get size(): number {
    return this.#pool.size
  }

  /**
   * Brings the rows nearer to the order of their lines; to be called while nothing moves. Answers whether
   * they stand in it, or never will.
   */
  sortRows(): boolean {
    return this.#pool.sort(rowsInUse(this.#dom.pane))
  }

  setWrapped(isWrapped: boolean): void {
    this.#isWrapped = isWrapped
    this.#dom.grid.classList.toggle('is-wrapped', isWrapped)
    this.forgetWidths()
  }

  /** What was drawn so far says no more how wide the rows are. */
  forgetWidths(): void {
    this.#contentWidth = 0
    this.#pool.forget()
  }

  forgetColumns(): void {
    this.#columns = FIRST_COLUMNS
  }

  /** Where the user moved the thumb of the scroll bar to; null when it is where it was put. */
  readThumb(): number | null {
    const { scrollTop } = this.#dom.grid
    // One pixel: the browser rounds what was written to physical pixels.
    if (Math.abs(scrollTop - this.#scrollTop) <= 1) return null
    this.#scrollTop = scrollTop
    return scrollTop
  }

  /**
   * Whether the text is moved sideways: only then do the numbers stick. Each element that may stick is a
   * layer of its own for Chromium: 140 rasters a frame, at half of the frames a second that it has else.
   */
  readSideways(): void {
    const { grid } = this.#dom
    grid.classList.toggle('is-sideways', grid.scrollLeft > 0)
  }

  /** The thumb is where it is by no wish of the user's. */
  acceptThumb(): void {
    this.#scrollTop = this.#dom.grid.scrollTop
  }

  /** Reads how wide the rows are that were written; `width` is that of the view. */
  readWidths(width: number): void {
    const widest = this.#pool.measure()
    if (this.#isWrapped) return
    this.#contentWidth = Math.max(this.#contentWidth, widest)
    const left = this.#contentWidth - width - this.#dom.grid.scrollLeft
    if (this.#isClipped && left < width) this.#columns = Math.min(this.#columns * 2, MAX_COLUMNS)
  }

  draw({ geometry, top, largest, fields, ...rows }: DrawnRows, width: number): void {
    const { grid, spacer, pane } = this.#dom
    const { height, rowHeight, end } = geometry
    spacer.style.height = `${spacerHeight(geometry)}px`
    spacer.style.width = this.#isWrapped ? '' : `${this.#contentWidth}px`
    pane.style.height = `${height}px`
    pane.style.setProperty('--log-width', `${width}px`)
    grid.style.setProperty('--log-digits', String(String(largest).length))
    grid.setAttribute('aria-rowcount', String(end + (fields > 0 ? 1 : 0)))
    grid.setAttribute('aria-colcount', String(fields + 2))
    this.#isClipped = false
    const ratio = window.devicePixelRatio || 1
    const { from, to } = visibleRows(top, geometry)
    // Whole physical pixels: text between two of them is blurred.
    const edges = rowEdges(top, geometry).map((edge) => Math.round(edge * ratio) / ratio)
    const active = this.#pool.draw(from, to, Math.ceil(height / rowHeight) + 2, (row) => {
      if (rows.lengthOf(row) > this.columns) this.#isClipped = true
      const y = edges[row - from] ?? 0
      const below = edges[row - from + 1] ?? y
      return { y, height: this.#isWrapped ? below - y : null, content: rows.content(row) }
    })
    if (active === null) grid.removeAttribute('aria-activedescendant')
    else grid.setAttribute('aria-activedescendant', active)
    // It lays out what was written, which the frame would do anyway: last, so that it is done once.
    this.#putThumb(scrollTopOf(top, geometry))
  }

  #putThumb(scrollTop: number): void {
    if (Math.abs(scrollTop - this.#scrollTop) <= 0.01) return
    this.#scrollTop = scrollTop
    this.#dom.grid.scrollTop = scrollTop
  }
}
