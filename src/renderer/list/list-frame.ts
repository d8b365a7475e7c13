import type { Mark } from '../../shared/protocol.ts'
import type { LinkPointer } from './link-pointer.ts'
import type { ListCursor } from './list-cursor.ts'
import type { ListDom } from './list-dom.ts'
import type { ListDrawing } from './list-drawing.ts'
import type { ListLayout } from './list-layout.ts'
import type { ListLook } from './list-look.ts'
import { hasEveryLine } from './list-model.ts'
import type { ListTicks } from './list-ticks.ts'
import { Rest } from './rest.ts'
import { type RowFacts, rowContent, unnumberedContent } from './row-content.ts'
import type { RowsInView } from './rows-in-view.ts'
import { RUSH_MS, Rush } from './rush.ts'
import type { VisibleLines } from './visible-lines.ts'

/** What a frame reads and what it writes. */
export interface ListFrameParts {
  readonly dom: ListDom
  readonly view: RowsInView
  readonly cursor: ListCursor
  readonly look: ListLook
  readonly layout: ListLayout
  readonly drawing: ListDrawing
  readonly ticks: ListTicks
  readonly visible: VisibleLines
  /** Null where addresses are text. */
  readonly links: Pick<LinkPointer, 'check'> | null
  /** The view is not as tall as it was. */
  onResize(): void
}

/** The animation frames of a list, one for all that changed before it: each reads the layout, then writes. */
export class ListFrame {
  readonly #parts: ListFrameParts
  readonly #signal: AbortSignal
  readonly #rush = new Rush()
  readonly #rest: Rest
  #requested = 0
  #calm: ReturnType<typeof setTimeout> | undefined
  #scrolled = false
  #marks: readonly Mark[] = []
  #marksByLine: RowFacts['marks'] = new Map()

  /** No frame comes after `signal` is aborted. */
  constructor(parts: ListFrameParts, signal: AbortSignal) {
    this.#parts = parts
    this.#signal = signal
    this.#rest = new Rest(() => parts.drawing.sortRows(), signal)
    parts.dom.grid.addEventListener('scroll', () => this.#noteScroll(), { signal })
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(this.#requested)
      clearTimeout(this.#calm)
    })
  }

  /** To be called when something is to be drawn anew. */
  request(): void {
    if (this.#requested !== 0 || this.#signal.aborted) return
    this.#requested = requestAnimationFrame(() => {
      this.#requested = 0
      this.#readLayout()
      if (this.#parts.view.position.geometry.height > 0) this.#draw()
    })
  }

  /** By the user or by the browser. */
  #noteScroll(): void {
    this.#scrolled = true
    this.request()
  }

  #readLayout(): void {
    const { view, layout, drawing } = this.#parts
    if (this.#scrolled) {
      this.#scrolled = false
      drawing.readSideways()
      if (layout.readHeight() !== view.position.geometry.height) this.#parts.onResize()
      const thumb = drawing.readThumb()
      if (thumb !== null) view.position.scrollTo(thumb)
    }
    drawing.readWidths(layout.width)
  }

  #draw(): void {
    const { view, cursor, look, layout, drawing, ticks, visible, links } = this.#parts
    if (view.position.enterPreview()) view.wantTail()
    const { geometry, top, isPreview, visibleRows, model } = view.position
    if (!isPreview) view.want(visibleRows)
    ticks.draw(geometry.height, layout.headHeight)
    const facts = this.#facts(this.#isRushing(visibleRows))
    drawing.draw(
      {
        geometry,
        top,
        largest: Math.max(hasEveryLine(model) ? geometry.end : 0, model.expectedEnd),
        fields: look.current.columns.length,
        lengthOf: (row) => view.peek(row)?.text.length ?? 0,
        content: (row) => {
          const [own, above] = [view.peek(row), view.peek(row - 1)]
          return isPreview
            ? unnumberedContent(own, above, facts)
            : rowContent(row, own, above, facts)
        },
      },
      layout.width,
    )
    cursor.selection.tellActive()
    links?.check()
    this.#rest.see(`${top} ${drawing.size}`)
    visible.set(view.lines())
    // The widths of what was written are read at the start of the next frame.
    if (drawing.isDirty) this.request()
  }

  /** Whether lines pass that nobody can read; once it is over they are drawn again. */
  #isRushing({ from, to }: { readonly from: number; readonly to: number }): boolean {
    const isRush = this.#rush.isOn(from, to, performance.now())
    if (!isRush || this.#parts.view.position.anchor.kind !== 'end') return false
    clearTimeout(this.#calm)
    this.#calm = setTimeout(() => this.request(), RUSH_MS)
    return true
  }

  #facts(isRushing: boolean): RowFacts {
    const { view, cursor, look, drawing } = this.#parts
    const { model } = view.position
    if (model.marks !== this.#marks) {
      this.#marks = model.marks
      this.#marksByLine = Map.groupBy(model.marks, ({ line }) => line)
    }
    return {
      ...look.current,
      painter: isRushing ? null : look.current.painter,
      model,
      marks: this.#marksByLine,
      selection: cursor.selection.current,
      found: cursor.found.line,
      clip: drawing.columns,
    }
  }
}
