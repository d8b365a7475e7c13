import { type LineNumber, lineNumber } from '../../shared/line-number.ts'
import { TAIL_LINES } from '../data/line-source.ts'
import type { Row, RowSource } from '../data/row-source.ts'
import type { LineSpan } from './line-span.ts'
import { hasEveryLine } from './list-model.ts'
import { ListPosition } from './list-position.ts'
import type { RowHeights } from './row-heights.ts'
import { advance } from './viewport.ts'

/** What the rows in the view depend on, and whom they tell. */
export interface RowsInViewTarget {
  readonly layout: {
    /** Null while no row is wrapped. */
    readonly heights: Pick<RowHeights, 'of' | 'ofText'> | null
  }
  /** The user left the end or came back to it. */
  onFollowChange(follow: boolean): void
  /** Rows arrived, or others are in the view. */
  onChange(): void
}

/** The rows of a list, and which of them are in its view: their lines, texts and heights. */
export class RowsInView {
  readonly position: ListPosition
  readonly #target: RowsInViewTarget
  #source: RowSource
  #forgetSource: () => void

  constructor(source: RowSource, target: RowsInViewTarget) {
    this.#source = source
    this.#target = target
    this.#forgetSource = source.onLoaded(() => target.onChange())
    const heightOf = (row: number) => this.#heightOf(row)
    const tailRows = () => this.#source.peekTail().length
    this.position = new ListPosition({
      get tailRows() {
        return tailRows()
      },
      get heightOf() {
        return target.layout.heights === null ? undefined : heightOf
      },
      onFollowChange: (follow) => target.onFollowChange(follow),
      onMove: () => target.onChange(),
    })
  }

  close(): void {
    this.#forgetSource()
  }

  get source(): RowSource {
    return this.#source
  }

  /** Shows the rows of `source` from now on. */
  exchange(source: RowSource): void {
    this.#forgetSource()
    this.#source = source
    this.#forgetSource = source.onLoaded(() => this.#target.onChange())
    this.position.renumber()
  }

  /** As far as it is here: while lines are counted it is one of the tail. */
  peek(row: number): Row | undefined {
    return this.position.isPreview ? this.#source.peekTail()[row] : this.#source.peek(row)
  }

  lineOf(row: number): LineNumber | null {
    const line = hasEveryLine(this.position.model) ? row : this.#source.peek(row)?.line
    return line == null ? null : lineNumber(line)
  }

  /** The row of a finished line at `y` pixels below the top of the view. */
  rowAt(y: number): number | null {
    const { isPreview, top, geometry, model } = this.position
    if (isPreview) return null
    const row = Math.floor(advance(top, y / geometry.rowHeight, geometry))
    return row >= model.first && row < model.end ? row : null
  }

  /** The lines that are in the view; null while they are not here. */
  lines(): LineSpan | null {
    const { isPreview, visibleRows, model } = this.position
    const { from, to } = visibleRows
    const end = Math.min(to, model.end)
    if (isPreview || end <= from) return null
    const [first, last] = [this.lineOf(from), this.lineOf(end - 1)]
    return first === null || last === null ? null : { from: first, to: lineNumber(last + 1) }
  }

  /** The texts in the view, from its top. */
  texts(): readonly string[] {
    if (this.position.isPreview) return []
    const { from, to } = this.position.visibleRows
    return Array.from({ length: to - from }, (_, at) => this.peek(from + at)?.text ?? '')
  }

  /** Asks for rows that are to be seen, and for a page on either side of them. */
  want({ from, to }: { readonly from: number; readonly to: number }): void {
    const { geometry, model } = this.position
    const page = Math.ceil(geometry.height / geometry.rowHeight)
    this.#source.want(Math.max(model.first, from - page), Math.min(model.end, to + page))
  }

  /** Asks for the rows that are shown before their numbers are known. */
  wantTail(): void {
    this.#source.wantTail(TAIL_LINES)
  }

  #heightOf(row: number): number {
    const { heights } = this.#target.layout
    if (heights === null) return 1
    const { isPreview, model } = this.position
    const partial = row >= model.end && !isPreview ? model.partial : null
    return partial === null ? heights.of(this.peek(row)) : heights.ofText(partial)
  }
}
