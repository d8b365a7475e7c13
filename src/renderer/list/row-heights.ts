import type { Row } from '../data/row-source.ts'
import { clipColumns, MAX_COLUMNS } from './clip-columns.ts'
import type { Look } from './look.ts'
import { cutOf } from './row-content.ts'
import type { WrapRuler } from './wrap-ruler.ts'

/** What decides how tall a row is beside its text. */
type HeightFacts = Pick<Look, 'labels' | 'textView'>

/** Room around the label behind a text and the width of a letter of it, in CSS pixels; see row-labels.css. */
const LABEL_ROOM_PX = 44
const LABEL_LETTER_PX = 8

/** The heights of the rows of a list that wraps its lines, in row heights. */
export class RowHeights {
  readonly #ruler: Pick<WrapRuler, 'columnPx' | 'rowsOf'>
  #facts: HeightFacts
  #known = new WeakMap<Row, number>()

  constructor(ruler: Pick<WrapRuler, 'columnPx' | 'rowsOf'>, facts: HeightFacts) {
    this.#ruler = ruler
    this.#facts = facts
  }

  /** To be called when rows are as wide as before no longer, or show something else. */
  forget(facts: HeightFacts): void {
    this.#facts = facts
    this.#known = new WeakMap()
  }

  /** One for a row that is not here. */
  of(row: Row | undefined): number {
    if (row === undefined) return 1
    const before = this.#known.get(row)
    if (before !== undefined) return before
    const { textView } = this.#facts
    const drawn = clipColumns(textView?.textOf(row.text) ?? row.text, MAX_COLUMNS)
    const rows = this.#ruler.rowsOf(drawn, this.#labelColumns(row))
    this.#known.set(row, rows)
    return rows
  }

  ofText(text: string): number {
    return this.#ruler.rowsOf(clipColumns(text, MAX_COLUMNS), 0)
  }

  /** A label that does not fit behind the last words stands in the next line: no room is no label's. */
  #labelColumns({ entry, cut, bytes }: Row): number {
    const { labels } = this.#facts
    const words = [
      ...(entry === undefined ? [] : [labels.entry(entry.more, entry.open)]),
      ...(cut ? [cutOf(bytes, labels, false).label] : []),
    ]
    const px = words.reduce((sum, { length }) => sum + LABEL_ROOM_PX + length * LABEL_LETTER_PX, 0)
    return Math.ceil(px / this.#ruler.columnPx)
  }
}
