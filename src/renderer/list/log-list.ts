import { assertNever } from '../../shared/assert-never.ts'
import { type LineNumber, lineNumber } from '../../shared/line-number.ts'
import type { LineText, Mark } from '../../shared/protocol.ts'
import type { LineSource } from '../data/line-source.ts'
import { isSelected, type LineSelection, rangeOf, selectLine } from './line-selection.ts'
import { type ListKey, listKey } from './list-key.ts'
import { EMPTY_LIST, type ListModel, type LogListLabels } from './list-model.ts'
import { createRow, type Row, type RowContent } from './row.ts'
import { RowPointer } from './row-pointer.ts'
import { plainText } from './style-line.ts'
import {
  type Anchor,
  AT_END,
  anchorOfScroll,
  type Geometry,
  hold,
  jumpTo,
  maxTop,
  moveBy,
  reveal,
  scrollTopOf,
  spacerHeight,
  topOf,
  visibleRows,
} from './viewport.ts'
import { writeClipboard } from './write-clipboard.ts'

/** Lines of the end that are shown while the index does not know their numbers: about four screens. */
const TAIL_LINES = 200

/** Lines that one copy takes at most: 10 000 lines of 4 KiB are what a clipboard bears. */
export const MAX_COPIED_LINES = 10_000

/** Pixels that an arrow key moves the text sideways: about five characters. */
const SIDEWAYS_PX = 40

/** Used until the style sheet says otherwise, in CSS pixels. */
const DEFAULT_ROW_HEIGHT = 20

export interface LogListOptions {
  readonly lines: LineSource
  readonly labels: LogListLabels
  /** The user left the end or came back to it. */
  onFollowChange(follow: boolean): void
  onActiveLine?(line: LineNumber | null): void
}

/** Lists made so far: the ids of their rows must differ. */
let lists = 0

/**
 * The list of a log's lines: a grid of plain DOM whose rows are reused, for any number of lines.
 *
 * The position is a number of lines, not of pixels, because no element is as tall as a large log:
 * wheel, keys and fingers move it exactly, and only the thumb of the scroll bar is mapped onto it.
 * The rows stand in a pane that sticks to the view. Line L always uses row L modulo the pool, so
 * that a line keeps its element, and with it the browser's text selection, while it moves.
 *
 * One animation frame reads the layout first and writes afterwards. This file is longer than others
 * because it is the one place where model, position, selection and pool meet.
 */
export class LogList {
  readonly #options: LogListOptions
  readonly #id: string
  readonly #closed = new AbortController()
  readonly #grid = box('log-list')
  readonly #spacer = box('log-list-spacer')
  readonly #pane = box('log-list-pane')
  readonly #probe = box('log-list-probe')
  readonly #pointer: RowPointer
  readonly #resized: ResizeObserver
  #labels: LogListLabels
  #model: ListModel = EMPTY_LIST
  #marks: ReadonlyMap<number, readonly Mark[]> = new Map()
  #anchor: Anchor = AT_END
  #preview = false
  #selection: LineSelection | null = null
  #pool: Row[] = []
  #height = 0
  #width = 0
  #rowHeight = DEFAULT_ROW_HEIGHT
  #contentWidth = 0
  #frame = 0
  #scrolled = false
  #scrollTop = 0
  #unmeasured = new Set<Row>()

  constructor(host: HTMLElement, options: LogListOptions) {
    lists += 1
    this.#id = `log-list-${lists}`
    this.#options = options
    this.#labels = options.labels
    this.#grid.setAttribute('role', 'grid')
    this.#grid.setAttribute('aria-multiselectable', 'true')
    this.#grid.setAttribute('aria-colcount', '2')
    this.#grid.tabIndex = 0
    this.#spacer.setAttribute('role', 'presentation')
    this.#pane.setAttribute('role', 'rowgroup')
    this.#probe.setAttribute('aria-hidden', 'true')
    this.#spacer.append(this.#pane)
    this.#grid.append(this.#probe, this.#spacer)
    this.setLabels(options.labels)
    host.append(this.#grid)
    this.#resized = new ResizeObserver(() => this.#measure())
    this.#resized.observe(this.#grid)
    this.#resized.observe(this.#probe)
    this.#pointer = new RowPointer(this.#pane, this.#pointerTarget())
    this.#listen()
    this.#measure()
  }

  setModel(model: ListModel): void {
    const before = this.#model
    if (model.log !== before.log) this.#reset()
    if (model.encodingKey !== before.encodingKey) this.#contentWidth = 0
    if (model.marks !== before.marks) this.#marks = Map.groupBy(model.marks, (mark) => mark.line)
    // The view is held by the geometry in which the user saw it, before the end moves on.
    if (!model.follow && this.#anchor.kind === 'end') this.#anchor = hold(AT_END, this.#geometry)
    if (model.follow && this.#anchor.kind === 'line') this.#anchor = AT_END
    if (this.#preview && !model.indexing) this.#endPreview(model)
    this.#model = model
    this.#schedule()
  }

  setLabels(labels: LogListLabels): void {
    this.#labels = labels
    this.#grid.setAttribute('aria-label', labels.grid)
    this.#schedule()
  }

  /** Makes the line active and shows it with some lines of context above. */
  scrollToLine(line: LineNumber): void {
    this.#leavePreview()
    this.#select(selectLine(null, this.#clampLine(line), false))
    this.#setAnchor(jumpTo(line, this.#geometry))
  }

  scrollToStart(): void {
    this.#leavePreview()
    this.#grid.scrollLeft = 0
    this.#setAnchor({ kind: 'line', line: this.#geometry.first, offsetPx: 0 })
  }

  scrollToEnd(): void {
    this.#setAnchor(AT_END)
  }

  /**
   * Puts the selected lines (at most {@link MAX_COPIED_LINES}) on the clipboard as they are shown,
   * and answers their text; empty when none are selected, could be read or were let through.
   */
  async copySelection(): Promise<string> {
    if (this.#selection === null) return ''
    const { from, to } = rangeOf(this.#selection)
    const until = Math.min(to, from + MAX_COPIED_LINES)
    const lines = await this.#options.lines.read(from, until, this.#closed.signal)
    if (lines === null) return ''
    const text = lines.map((line) => plainText(line.text)).join('\n')
    return (await writeClipboard(text)) ? text : ''
  }

  focus(): void {
    this.#grid.focus({ preventScroll: true })
  }

  close(): void {
    this.#closed.abort()
    this.#pointer.close()
    this.#resized.disconnect()
    cancelAnimationFrame(this.#frame)
    this.#grid.remove()
  }

  #listen(): void {
    const options = { signal: this.#closed.signal }
    this.#grid.addEventListener('wheel', (event) => this.#wheel(event), {
      ...options,
      passive: false,
    })
    this.#grid.addEventListener(
      'scroll',
      () => {
        this.#scrolled = true
        this.#schedule()
      },
      options,
    )
    this.#grid.addEventListener('keydown', (event) => this.#keydown(event), options)
    document.addEventListener('selectionchange', () => this.#holdForSelection(), options)
    const stop = this.#options.lines.onLoaded(() => this.#schedule())
    this.#closed.signal.addEventListener('abort', stop)
  }

  #reset(): void {
    this.#anchor = AT_END
    this.#preview = false
    this.#contentWidth = 0
    this.#select(null)
  }

  // --- position -------------------------------------------------------------------------------

  get #geometry(): Geometry {
    const rows = this.#preview ? { first: 0, end: this.#tail.length } : this.#lineRows
    return { ...rows, rowHeight: this.#rowHeight, height: this.#height }
  }

  /** The rows of numbered lines, and one more for the unfinished line. */
  get #lineRows(): { first: number; end: number } {
    const { first, end, partial } = this.#model
    return { first, end: end + (partial === null ? 0 : 1) }
  }

  get #tail(): readonly LineText[] {
    return this.#options.lines.peekTail()
  }

  /** A position that the user chose; tells when that left or reached the end. */
  #setAnchor(anchor: Anchor): void {
    const before = this.#anchor
    this.#anchor = anchor
    this.#schedule()
    if (before.kind !== anchor.kind) this.#options.onFollowChange(anchor.kind === 'end')
  }

  #moveBy(rows: number): void {
    const geometry = this.#geometry
    // All of it is in the view: there is nowhere to go, and no reason to stop following.
    if (rows === 0 || maxTop(geometry) === geometry.first) return
    this.#setAnchor(moveBy(this.#anchor, rows, geometry))
  }

  /** The numbers are known now: the view stays on the same lines, which have theirs from here on. */
  #endPreview({ end }: ListModel): void {
    const offset = end - this.#tail.length
    this.#preview = false
    if (this.#anchor.kind === 'line') {
      this.#anchor = { ...this.#anchor, line: this.#anchor.line + offset }
    }
  }

  #leavePreview(): void {
    this.#preview = false
  }

  #clampLine(line: number): number {
    const { first, end } = this.#model
    return Math.max(first, Math.min(line, end - 1))
  }

  // --- input ----------------------------------------------------------------------------------

  #wheel(event: WheelEvent): void {
    // With Control it is the page's zoom.
    if (event.ctrlKey) return
    event.preventDefault()
    const unit = [1, this.#rowHeight, this.#height][event.deltaMode] ?? 1
    this.#moveBy((event.deltaY * unit) / this.#rowHeight)
    if (event.deltaX !== 0) this.#grid.scrollBy({ left: event.deltaX * unit })
  }

  #keydown(event: KeyboardEvent): void {
    const key = listKey(event)
    if (key === null || (key.kind === 'copy' && this.#hasTextSelection())) return
    if (key.kind === 'clear' && this.#selection === null) return
    event.preventDefault()
    this.#obey(key)
  }

  #obey(key: ListKey): void {
    switch (key.kind) {
      case 'line':
        this.#moveActive(key.by, key.extend)
        break
      case 'page':
        this.#movePage(key.by, key.extend)
        break
      case 'edge':
        this.#goToEdge(key.edge, key.extend)
        break
      case 'scroll':
        this.#moveBy(key.by)
        break
      case 'sideways':
        this.#grid.scrollBy({ left: key.by * SIDEWAYS_PX })
        break
      case 'select-all':
        this.#select({ anchor: this.#model.first, active: this.#clampLine(Infinity) })
        break
      case 'copy':
        void this.copySelection()
        break
      case 'clear':
        this.#select(null)
        break
      default:
        assertNever(key, 'key')
    }
  }

  #moveActive(by: -1 | 1, extend: boolean): void {
    const { first, end } = this.#model
    if (end <= first || this.#preview) {
      this.#moveBy(by)
      return
    }
    const geometry = this.#geometry
    const top = topOf(this.#anchor, geometry)
    const lastWhole = Math.floor(top + this.#height / this.#rowHeight) - 1
    const active = this.#selection?.active
    const visible = active !== undefined && active >= Math.floor(top) && active <= lastWhole + 1
    // A line far off the screen is not where the reader is: the walk begins at the edge in sight.
    const start = by > 0 ? Math.ceil(top) : lastWhole
    const line = this.#clampLine(visible ? active + by : start)
    this.#select(selectLine(this.#selection, line, extend))
    if (maxTop(geometry) === geometry.first) return
    if (by > 0 && line === end - 1) this.#setAnchor(AT_END)
    else
      this.#setAnchor(reveal(by < 0 ? hold(this.#anchor, geometry) : this.#anchor, line, geometry))
  }

  #movePage(by: -1 | 1, extend: boolean): void {
    const rows = by * Math.max(1, Math.floor(this.#height / this.#rowHeight) - 1)
    this.#moveBy(rows)
    if (this.#selection === null || this.#preview) return
    const line = this.#clampLine(this.#selection.active + rows)
    this.#select(selectLine(this.#selection, line, extend))
    this.#setAnchor(reveal(this.#anchor, line, this.#geometry))
  }

  #goToEdge(edge: 'start' | 'end', extend: boolean): void {
    if (edge === 'start') this.scrollToStart()
    else this.scrollToEnd()
    if (this.#selection === null || this.#model.end <= this.#model.first) return
    const line = this.#clampLine(edge === 'start' ? 0 : Infinity)
    this.#select(selectLine(this.#selection, line, extend))
  }

  #pointerTarget(): ConstructorParameters<typeof RowPointer>[1] {
    const list = this
    return {
      lineAt: (y) => this.#lineAt(y),
      select: (line, extend) => this.#select(selectLine(this.#selection, line, extend)),
      scrollBy: (rows) => this.#moveBy(rows),
      pan: (dx, dy) => {
        this.#moveBy(dy / this.#rowHeight)
        if (dx !== 0) this.#grid.scrollBy({ left: dx })
      },
      get height() {
        return list.#height
      },
      get rowHeight() {
        return list.#rowHeight
      },
    }
  }

  /** The finished line at `y` pixels below the top of the view. */
  #lineAt(y: number): number | null {
    if (this.#preview) return null
    const line = Math.floor(topOf(this.#anchor, this.#geometry) + y / this.#rowHeight)
    return line >= this.#model.first && line < this.#model.end ? line : null
  }

  #select(selection: LineSelection | null): void {
    const before = this.#selection?.active
    this.#selection = selection
    this.#schedule()
    if (before === selection?.active) return
    this.#options.onActiveLine?.(selection === null ? null : lineNumber(selection.active))
  }

  #hasTextSelection(): boolean {
    const selection = document.getSelection()
    return selection?.isCollapsed === false && this.#pane.contains(selection.anchorNode)
  }

  /** Who marks text is reading it: it must not be carried off by the lines that come. */
  #holdForSelection(): void {
    if (this.#anchor.kind === 'end' && !this.#model.paused && this.#hasTextSelection()) {
      this.#setAnchor(hold(AT_END, this.#geometry))
    }
  }

  // --- drawing --------------------------------------------------------------------------------

  #measure(): void {
    const held = this.#anchor.kind === 'line' && this.#height > 0
    // A taller view must not leave an anchor below its lowest place: the next lines would move it.
    if (held) this.#anchor = hold(this.#anchor, this.#geometry)
    this.#height = this.#grid.clientHeight
    this.#width = this.#grid.clientWidth
    this.#rowHeight = this.#probe.offsetHeight || DEFAULT_ROW_HEIGHT
    if (held) this.#anchor = hold(this.#anchor, this.#geometry)
    this.#schedule()
  }

  #schedule(): void {
    if (this.#frame !== 0 || this.#closed.signal.aborted) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      this.#readLayout()
      if (this.#height > 0) this.#draw()
    })
  }

  #readLayout(): void {
    if (this.#scrolled) {
      this.#scrolled = false
      const { scrollTop } = this.#grid
      // One pixel: the browser rounds what was written to physical pixels. More is the user's thumb.
      if (Math.abs(scrollTop - this.#scrollTop) > 1) {
        this.#scrollTop = scrollTop
        this.#setAnchor(anchorOfScroll(scrollTop, this.#geometry))
      }
    }
    for (const { text } of this.#unmeasured) {
      this.#contentWidth = Math.max(this.#contentWidth, text.offsetLeft + text.offsetWidth)
    }
    this.#unmeasured.clear()
  }

  #draw(): void {
    this.#enterPreview()
    const geometry = this.#geometry
    const top = topOf(this.#anchor, geometry)
    const { from, to } = visibleRows(top, geometry)
    if (!this.#preview) this.#wantLines(from, to)
    this.#spacer.style.height = `${spacerHeight(geometry)}px`
    this.#spacer.style.width = `${this.#contentWidth}px`
    this.#pane.style.height = `${this.#height}px`
    this.#pane.style.setProperty('--log-width', `${this.#width}px`)
    this.#pane.style.setProperty('--log-digits', String(String(geometry.end).length))
    this.#grid.setAttribute('aria-rowcount', String(geometry.end))
    const scrollTop = scrollTopOf(top, geometry)
    if (Math.abs(scrollTop - this.#scrollTop) > 0.01) {
      this.#scrollTop = scrollTop
      this.#grid.scrollTop = scrollTop
    }
    this.#drawRows(from, to, top)
    if (this.#unmeasured.size > 0) this.#schedule()
  }

  #enterPreview(): void {
    if (!this.#model.indexing || this.#model.paused) return
    if (this.#anchor.kind === 'end' || this.#preview) this.#options.lines.wantTail(TAIL_LINES)
    if (this.#anchor.kind === 'end' && this.#tail.length > 0) this.#preview = true
  }

  #wantLines(from: number, to: number): void {
    const { first, end } = this.#model
    const page = Math.ceil(this.#height / this.#rowHeight)
    this.#options.lines.want(Math.max(first, from - page), Math.min(end, to + page))
  }

  #drawRows(from: number, to: number, top: number): void {
    this.#growPool(to - from)
    const size = this.#pool.length
    const ratio = window.devicePixelRatio || 1
    let activeRow: Row | undefined
    for (let offset = 0; offset < size; offset += 1) {
      const line = from + offset
      const row = this.#pool[line % size]
      if (row === undefined) continue
      if (line >= to) {
        row.hide()
        continue
      }
      // Whole physical pixels: text between two of them is blurred.
      const y = Math.round((line - top) * this.#rowHeight * ratio) / ratio
      const content = this.#preview ? this.#previewContent(line) : this.#content(line)
      if (content.active) activeRow = row
      if (row.show(content, y)) this.#unmeasured.add(row)
    }
    if (activeRow === undefined) this.#grid.removeAttribute('aria-activedescendant')
    else this.#grid.setAttribute('aria-activedescendant', activeRow.element.id)
  }

  #growPool(rows: number): void {
    const wanted = Math.max(rows, Math.ceil(this.#height / this.#rowHeight) + 2)
    if (wanted <= this.#pool.length) return
    while (this.#pool.length < wanted) {
      const row = createRow(`${this.#id}-row-${this.#pool.length}`)
      this.#pool.push(row)
      this.#pane.append(row.element)
    }
  }

  #content(line: number): RowContent {
    const { end, partial } = this.#model
    const isPartial = line >= end
    const text = isPartial ? null : this.#options.lines.peek(line)
    return {
      number: line,
      text: isPartial ? { text: partial ?? '' } : (text ?? null),
      cutLabel: text?.cut === true ? this.#labels.cut(text.bytes) : null,
      partial: isPartial,
      active: this.#selection?.active === line,
      selected: isSelected(this.#selection, line),
      mark: this.#markAt(line),
    }
  }

  #previewContent(row: number): RowContent {
    const text = this.#tail[row]
    return {
      number: null,
      text: text ?? null,
      cutLabel: text?.cut === true ? this.#labels.cut(text.bytes) : null,
      partial: false,
      active: false,
      selected: false,
      mark: null,
    }
  }

  #markAt(line: number): RowContent['mark'] {
    const { end, partial } = this.#model
    const above = this.#marks.get(line)
    if (above !== undefined) return { label: this.#labelOf(above), edge: 'top' }
    const below = line === end - 1 && partial === null ? this.#marks.get(end) : undefined
    return below === undefined ? null : { label: this.#labelOf(below), edge: 'bottom' }
  }

  #labelOf(marks: readonly Mark[]): string {
    return marks.map((mark) => this.#labels.mark(mark)).join(' · ')
  }
}

function box(className: string): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  return element
}
