import type { ListDom } from './list-dom.ts'
import type { ListDrawing } from './list-drawing.ts'
import type { ListHead } from './list-head.ts'
import type { ListLayout } from './list-layout.ts'
import type { LogListLabels } from './list-model.ts'
import type { Look } from './look.ts'
import type { Column, Gutter, Painter, TextView } from './painter.ts'

/** What another look changes in a list. */
export interface ListLookTarget {
  readonly dom: ListDom
  readonly head: ListHead
  readonly layout: ListLayout
  readonly drawing: ListDrawing
  /** The rows are to be drawn anew. */
  onChange(): void
  /** `change` may make the rows or the view taller or lower. */
  onResize(change: () => void): void
}

/** How a list looks, and what it costs to change that: a painting, or measuring everything again. */
export class ListLook {
  readonly #target: ListLookTarget
  #current: Look

  constructor(labels: LogListLabels, target: ListLookTarget) {
    this.#target = target
    this.#current = { labels, painter: null, textView: null, gutter: null, columns: [] }
    this.setName(labels.grid)
  }

  get current(): Look {
    return this.#current
  }

  setPainter(painter: Painter | null): void {
    if (painter?.key !== this.#current.painter?.key) this.#repaint({ painter })
  }

  setGutter(gutter: Gutter | null): void {
    if (gutter?.key !== this.#current.gutter?.key) this.#repaint({ gutter })
  }

  setTextView(textView: TextView | null): void {
    if (textView?.key === this.#current.textView?.key) return
    this.#target.drawing.forgetWidths()
    this.#target.onResize(() => this.#repaint({ textView }))
  }

  setColumns(columns: readonly Column[]): void {
    this.#target.head.show(columns, this.#current.labels)
    this.#target.onResize(() => this.#repaint({ columns }))
  }

  setLabels(labels: LogListLabels): void {
    this.setName(labels.grid)
    this.#target.head.show(this.#current.columns, labels)
    this.#target.onResize(() => this.#repaint({ labels }))
  }

  /** Names the list anew, and nothing else. */
  setName(name: string): void {
    this.#target.dom.grid.setAttribute('aria-label', name)
  }

  setWrap(wrap: boolean): void {
    const { dom, layout, drawing } = this.#target
    if (wrap === (layout.heights !== null)) return
    this.#target.onResize(() => {
      layout.setWrap(wrap, this.#current)
      drawing.setWrapped(wrap)
      dom.grid.scrollLeft = 0
    })
  }

  #repaint(change: Partial<Look>): void {
    this.#current = { ...this.#current, ...change }
    this.#target.onChange()
  }
}
