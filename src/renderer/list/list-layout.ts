import type { ListDom } from './list-dom.ts'
import type { ListHead } from './list-head.ts'
import type { Look } from './look.ts'
import { RowHeights } from './row-heights.ts'
import { createWrapRuler } from './wrap-ruler.ts'

/** How large a list and its rows are. The layout is asked when they may be larger, not in each frame. */
export class ListLayout {
  readonly #dom: ListDom
  readonly #head: ListHead
  readonly #ruler
  readonly #resized: ResizeObserver
  #heights: RowHeights | null = null
  #width = 0
  #headHeight = 0

  /** `onResize` is called when something is larger or smaller than it was: then it is to be measured. */
  constructor(dom: ListDom, head: ListHead, onResize: () => void) {
    this.#dom = dom
    this.#head = head
    this.#ruler = createWrapRuler(dom)
    this.#resized = new ResizeObserver(() => onResize())
    for (const element of [dom.grid, dom.probe, this.#ruler.element]) this.#resized.observe(element)
  }

  close(): void {
    this.#resized.disconnect()
  }

  /** Of the view, in CSS pixels. */
  get width(): number {
    return this.#width
  }

  /** Of the heads above the view, in CSS pixels. */
  get headHeight(): number {
    return this.#headHeight
  }

  /** Null while lines are not wrapped. */
  get heights(): RowHeights | null {
    return this.#heights
  }

  /** To be called while it is to be measured again. */
  setWrap(wrap: boolean, look: Look): void {
    this.#heights = wrap ? new RowHeights(this.#ruler, look) : null
  }

  /** Asks the layout for everything; answers the height of the view and that of a row, in CSS pixels. */
  measure(look: Look): { readonly height: number; readonly rowHeight: number } {
    const { grid, probe } = this.#dom
    this.#headHeight = this.#head.height
    this.#width = grid.clientWidth
    if (this.#heights !== null) {
      const fields = look.columns.reduce((sum, { columns }) => sum + columns, 0)
      this.#ruler.measure(this.#width, fields)
      this.#heights.forget(look)
    }
    return { height: this.#heightBelow(this.#headHeight), rowHeight: probe.offsetHeight }
  }

  /** Asks the layout for the height of the view alone. */
  readHeight(): number {
    return this.#heightBelow(this.#head.height)
  }

  #heightBelow(headHeight: number): number {
    return Math.max(0, this.#dom.grid.clientHeight - headHeight)
  }
}
