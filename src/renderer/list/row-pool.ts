import { orderStep } from './order-step.ts'
import { createRow, type Row } from './row.ts'
import type { RowContent } from './row-content.ts'

/** What stands at one place of the view: its content, its top edge and its height in CSS pixels. */
export interface PlacedRow {
  readonly content: RowContent
  readonly y: number
  /** Null for that of the style sheet. */
  readonly height: number | null
}

/**
 * The reused rows. Line L always uses row L modulo the size of the pool, so that a line keeps its
 * element, and with it the browser's text selection, while it moves through the view.
 */
export interface RowPool {
  /** Shows `[from, to)` and nothing else; `capacity` rows are kept ready. Answers the active row's id. */
  draw(
    from: number,
    to: number,
    capacity: number,
    place: (line: number) => PlacedRow,
  ): string | null
  /**
   * Brings the elements nearer to the order of what they show, in which a screen reader reads them. As few
   * as can be move, and none of those in the first list of `keeps` that can be kept. Answers whether
   * there is no more to do.
   */
  sort(keeps: readonly (readonly Element[])[]): boolean
  /** How many rows there are. */
  readonly size: number
  /** What the row with this cell for its text shows; null for any other element. */
  shownIn(cell: Element): RowContent | null
  /** Every row that is shown counts as changed: rows that are drawn anew may be the ones that are there. */
  forget(): void
  /** Whether a row changed since the last `measure`. */
  readonly dirty: boolean
  /** Reads how wide the rows are that changed, in CSS pixels; to be called before any writing. */
  measure(): number
}

export function createRowPool(pane: HTMLElement, idPrefix: string): RowPool {
  const rows: Row[] = []
  const unmeasured = new Set<Row>()
  /** The elements as they stand in the document. */
  let standing: readonly Element[] = []
  let first = 0

  function grow(size: number): void {
    while (rows.length < size) {
      const row = createRow(`${idPrefix}-row-${rows.length}`)
      rows.push(row)
      standing = [...standing, row.element]
      pane.append(row.element)
    }
  }

  return {
    draw(from, to, capacity, place) {
      grow(Math.max(capacity, to - from))
      first = from
      let active: string | null = null
      for (let line = from; line < from + rows.length; line += 1) {
        const row = rows[line % rows.length]
        if (row === undefined) continue
        if (line >= to) {
          row.hide()
          continue
        }
        const { content, y, height } = place(line)
        if (content.active) active = row.element.id
        if (row.show(content, y, height)) unmeasured.add(row)
      }
      return active
    },
    sort(keeps) {
      const elements = rows.map(({ element }) => element)
      const at = first % rows.length
      const wanted = [...elements.slice(at), ...elements.slice(0, at)]
      for (const kept of keeps) {
        const step = orderStep<Element>(standing, wanted, kept)
        if (step === null) continue
        for (const { item, before } of step.moves) moveBefore(pane, item, before)
        standing = step.order
        return step.isDone
      }
      return true
    },
    get size() {
      return rows.length
    },
    shownIn: (cell) => rows.find(({ text }) => text === cell)?.shown ?? null,
    forget() {
      for (const row of rows) if (row.shown !== null) unmeasured.add(row)
    },
    get dirty() {
      return unmeasured.size > 0
    },
    measure() {
      let widest = 0
      for (const { text } of unmeasured) {
        widest = Math.max(widest, text.offsetLeft + text.offsetWidth)
      }
      unmeasured.clear()
      return widest
    },
  }
}

/** A move keeps what an insertion begins anew, such as animations; browsers before 2025 have none. */
function moveBefore(pane: HTMLElement, element: Node, before: Node | null): void {
  if (typeof pane.moveBefore === 'function') pane.moveBefore(element, before)
  else pane.insertBefore(element, before)
}
