import { assertNever } from '../../shared/assert-never.ts'
import { type LineNumber, lineNumber } from '../../shared/line-number.ts'
import type { Mark } from '../../shared/protocol.ts'
import { TAIL_LINES } from '../data/line-source.ts'
import { createListeners } from '../data/listeners.ts'
import type { Row, RowSource } from '../data/row-source.ts'
import { FIRST_COLUMNS, MAX_COLUMNS } from './clip-columns.ts'
import { type LineSelection, rangeOf, selectLine } from './line-selection.ts'
import { createListDom } from './list-dom.ts'
import { createListHead } from './list-head.ts'
import { type ListKey, listKey } from './list-key.ts'
import { EMPTY_LIST, hasEveryLine, type ListModel, type LogListLabels } from './list-model.ts'
import { createListTicks, type Tick } from './list-ticks.ts'
import type { Column, Gutter, Painter, TextView } from './painter.ts'
import { createPassingMark } from './passing-mark.ts'
import { type RowFacts, rowContent, unnumberedContent } from './row-content.ts'
import { RowPointer, type RowPointerTarget } from './row-pointer.ts'
import { createRowPool, type PlacedRow, type RowPool } from './row-pool.ts'
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
  scrollTopOf,
  spacerHeight,
  topOf,
  visibleRows,
} from './viewport.ts'
import { type WalkKey, walk } from './walk.ts'
import { writeClipboard } from './write-clipboard.ts'

/** Lines that one copy takes at most: 10 000 lines of 4 KiB are what a clipboard bears. */
export const MAX_COPIED_LINES = 10_000

/** Pixels that an arrow key moves the text sideways: about five characters. */
const SIDEWAYS_PX = 40

/** Used until the style sheet says otherwise, in CSS pixels. */
const DEFAULT_ROW_HEIGHT = 20

export interface LogListOptions {
  /** The rows at first. */
  readonly rows: RowSource
  readonly labels: LogListLabels
  /** The user left the end or came back to it. */
  onFollowChange(follow: boolean): void
  onActiveLine?(line: LineNumber | null): void
  /** The user clicked a line, or pressed Enter on it. Without it Enter is the page's. */
  onChooseLine?(line: LineNumber): void
  /** The user wants to see the whole of a line. */
  onOpenLine?(line: LineNumber): void
  /** The user folds or unfolds the entry that begins with a line. */
  onToggleEntry?(line: LineNumber): void
  /** The user copies the selected rows. Without it the list copies what it shows of them. */
  onCopy?(): void
}

/** Lines of a log, `[from, to)`, from the first row of something to its last one. */
export interface LineSpan {
  readonly from: LineNumber
  readonly to: LineNumber
}

/** Where the reader is: at the end, or at a row that stands `y` pixels below the top of the view. */
export type ReadingPlace =
  | { readonly kind: 'end' }
  | {
      readonly kind: 'row'
      readonly row: number
      /** Null while it is not here. */
      readonly line: number | null
      readonly y: number
      readonly active: boolean
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
  readonly #closed = new AbortController()
  readonly #dom = createListDom()
  readonly #found = createPassingMark(() => this.#schedule())
  readonly #visible = createListeners()
  readonly #activated = createListeners()
  readonly #head = createListHead(this.#dom)
  readonly #ticks = createListTicks(this.#dom)
  readonly #pool: RowPool
  readonly #pointer: RowPointer
  readonly #resized: ResizeObserver
  #rows: RowSource
  #forgetRows: () => void
  #labels: LogListLabels
  #painter: Painter | null = null
  #textView: TextView | null = null
  #gutter: Gutter | null = null
  #fields: readonly Column[] = []
  #model: ListModel = EMPTY_LIST
  #marks: ReadonlyMap<number, readonly Mark[]> = new Map()
  #anchor: Anchor = AT_END
  #preview = false
  /** Whether the numbers at the end were known once: what is shown by them stays until the tail is here. */
  #numbered = false
  #selection: LineSelection | null = null
  /** The line of the active row, once it is known. */
  #activeLine: LineNumber | null = null
  #visibleLines: LineSpan | null = null
  /** The last wish to go to a line: older ones that are answered late are forgotten. */
  #journey = 0
  #moves = 0
  #height = 0
  #headHeight = 0
  #width = 0
  #rowHeight = DEFAULT_ROW_HEIGHT
  #contentWidth = 0
  #columns = FIRST_COLUMNS
  /** Whether a line on the screen has more text than is drawn. */
  #clipped = false
  #frame = 0
  #scrolled = false
  #scrollTop = 0

  constructor(host: HTMLElement, options: LogListOptions) {
    lists += 1
    this.#options = options
    this.#labels = options.labels
    this.#rows = options.rows
    this.#forgetRows = options.rows.onLoaded(() => this.#schedule())
    const { frame, grid, pane, probe } = this.#dom
    this.#pool = createRowPool(pane, `log-list-${lists}`)
    this.#pointer = new RowPointer(pane, this.#pointerTarget())
    this.#resized = new ResizeObserver(() => this.#measure())
    this.#resized.observe(grid)
    this.#resized.observe(probe)
    this.#listen()
    this.setLabels(options.labels)
    host.append(frame)
    this.#measure()
  }

  setModel(model: ListModel): void {
    const before = this.#model
    const isOther = model.log !== before.log
    if (isOther) this.#reset()
    else if (model.instance !== before.instance) this.#renumber()
    if (model.encodingKey !== before.encodingKey) this.#contentWidth = 0
    if (model.marks !== before.marks) this.#marks = Map.groupBy(model.marks, (mark) => mark.line)
    if (this.#preview && !model.indexing) this.#endPreview(model)
    const leaves = !model.follow && this.#anchor.kind === 'end'
    // The view is held by the geometry in which the user saw it, before the end moves on.
    if (leaves && !isOther) this.#anchor = hold(AT_END, this.#geometry)
    this.#model = model
    if (leaves && isOther) this.#anchor = hold(AT_END, this.#geometry)
    if (model.follow) this.#anchor = AT_END
    this.#schedule()
  }

  /** Draws these rows from now on; `setModel` says how many there are. Nothing stays selected. */
  setRows(rows: RowSource, model: ListModel): void {
    this.#forgetRows()
    this.#rows = rows
    this.#forgetRows = rows.onLoaded(() => this.#schedule())
    this.#renumber()
    this.setModel(model)
  }

  /** Null draws the lines as they are. */
  setPainter(painter: Painter | null): void {
    if (painter?.key === this.#painter?.key) return
    this.#painter = painter
    this.#schedule()
  }

  /** Null draws the text of the lines themselves. */
  setTextView(textView: TextView | null): void {
    if (textView?.key === this.#textView?.key) return
    this.#textView = textView
    this.#contentWidth = 0
    this.#schedule()
  }

  /** Signs beside the line numbers. */
  setGutter(gutter: Gutter | null): void {
    if (gutter?.key === this.#gutter?.key) return
    this.#gutter = gutter
    this.#schedule()
  }

  /** Columns between the line numbers and the text; with some, the list has a row of heads. */
  setColumns(columns: readonly Column[]): void {
    this.#fields = columns
    this.#head.show(columns, this.#labels)
    this.#measure()
  }

  /** Marks beside the scroll bar: those of one feature, the others keep theirs. */
  setTicks(ticks: readonly Tick[], feature = ''): void {
    this.#ticks.set(ticks, feature)
    this.#schedule()
  }

  setLabels(labels: LogListLabels): void {
    this.#labels = labels
    this.#dom.grid.setAttribute('aria-label', labels.grid)
    this.#head.show(this.#fields, labels)
    this.#schedule()
  }

  /**
   * Makes the line active, or the next one that is shown, brings it to the middle of the view and
   * marks it for a moment.
   */
  scrollToLine(line: LineNumber): void {
    this.#journey += 1
    if (hasEveryLine(this.#model)) {
      this.#goToRow(line)
      return
    }
    const journey = this.#journey
    void this.#rows.rowOf(line, this.#closed.signal).then((row) => {
      if (row !== null && journey === this.#journey) this.#goToRow(row)
    })
  }

  #goToRow(row: number): void {
    const { first, end } = this.#model
    if (end <= first) return
    const near = Math.max(first, Math.min(row, end - 1))
    this.#preview = false
    this.#dom.grid.scrollLeft = 0
    this.#select(selectLine(null, near, false))
    this.#found.set(near)
    this.#setAnchor(jumpTo(near, this.#geometry))
  }

  /** The active line; null when there is none, or it is not here yet. */
  get activeLine(): LineNumber | null {
    return this.#activeLine
  }

  /** From the first selected line to the last; in a view not all lines between them are selected. */
  selectedLines(): LineSpan | null {
    if (this.#selection === null) return null
    const { from, to } = rangeOf(this.#selection)
    return this.#linesOf(from, to)
  }

  /** The selected rows: places in a view, or lines where every line is a row. */
  selectedRows(): { from: number; to: number } | null {
    return this.#selection === null ? null : rangeOf(this.#selection)
  }

  /** The rows that are selected, at most {@link MAX_COPIED_LINES}; null when they cannot be read. */
  async readSelection(): Promise<readonly Row[] | null> {
    if (this.#selection === null) return []
    const { from, to } = rangeOf(this.#selection)
    return this.#rows.read(from, Math.min(to, from + MAX_COPIED_LINES), this.#closed.signal)
  }

  /** From the first line in the view to the last; null while they are not here. */
  get visibleLines(): LineSpan | null {
    return this.#visibleLines
  }

  /** Called when other lines are in the view, at most once a frame. Returns the unsubscribe. */
  onVisible(listener: () => void): () => void {
    return this.#visible.add(listener)
  }

  /** Called when another line is active, or none. Returns the unsubscribe. */
  onActive(listener: () => void): () => void {
    return this.#activated.add(listener)
  }

  /** Where the reader is: the active line where that is in the view, else the line at its top. */
  get readingPlace(): ReadingPlace {
    if (this.#anchor.kind === 'end' || this.#preview) return { kind: 'end' }
    const top = topOf(this.#anchor, this.#geometry)
    const { from, to } = visibleRows(top, this.#geometry)
    const active = this.#selection?.active ?? -1
    const isActive = active >= from && active < to
    const row = isActive ? active : from
    const y = (row - top) * this.#rowHeight
    return { kind: 'row', row, line: this.#lineOf(row), y, active: isActive }
  }

  /** Brings a row to `y` pixels below the top of the view, as near as the rows allow. */
  placeRow(row: number, y: number, active: boolean): void {
    const { first, end } = this.#model
    if (end <= first) return
    const near = Math.max(first, Math.min(row, end - 1))
    const geometry = this.#geometry
    if (active) this.#select(selectLine(null, near, false))
    this.#anchor = moveBy({ kind: 'line', line: near, offsetPx: 0 }, -y / this.#rowHeight, geometry)
    if (this.#anchor.kind === 'end' && !this.#model.follow) this.#anchor = hold(AT_END, geometry)
    this.#schedule()
  }

  /** The texts in the view, from its top. */
  visibleTexts(): readonly string[] {
    if (this.#preview) return []
    const { from, to } = visibleRows(topOf(this.#anchor, this.#geometry), this.#geometry)
    return Array.from({ length: to - from }, (_, at) => this.#rows.peek(from + at)?.text ?? '')
  }

  /** Brings a line, or the next one that is shown, to the top of the view; not a move of the user's. */
  async showLine(line: LineNumber): Promise<void> {
    this.#journey += 1
    const journey = this.#journey
    const row = hasEveryLine(this.#model) ? line : await this.#rows.rowOf(line, this.#closed.signal)
    if (row === null || journey !== this.#journey) return
    if (this.#anchor.kind === 'end') {
      this.#anchor = hold(AT_END, this.#geometry)
      this.#options.onFollowChange(false)
    }
    this.placeRow(row, 0, false)
  }

  /** Shows the end from now on; not a move of the user's. */
  showEnd(): void {
    this.#journey += 1
    if (this.#anchor.kind === 'end') return
    this.#anchor = AT_END
    this.#schedule()
    this.#options.onFollowChange(true)
  }

  /** Asks for the whole of the active line, if there is one. */
  openActiveLine(): void {
    if (this.#selection !== null) this.#openLine(this.#selection.active)
  }

  scrollToStart(): void {
    this.#preview = false
    this.#dom.grid.scrollLeft = 0
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
    const lines = await this.readSelection()
    if (lines === null || lines.length === 0) return ''
    const text = lines.map((line) => plainText(line.text)).join('\n')
    return (await writeClipboard(text)) ? text : ''
  }

  /** Does what a key of the list does, for commands that have other keys. */
  press(key: ListKey): void {
    this.#obey(key)
  }

  focus(): void {
    this.#dom.grid.focus({ preventScroll: true })
  }

  close(): void {
    this.#closed.abort()
    this.#forgetRows()
    this.#pointer.close()
    this.#resized.disconnect()
    cancelAnimationFrame(this.#frame)
    this.#found.clear()
    this.#dom.frame.remove()
  }

  #listen(): void {
    const options = { signal: this.#closed.signal }
    this.#dom.grid.addEventListener('wheel', (event) => this.#wheel(event), {
      ...options,
      passive: false,
    })
    this.#dom.grid.addEventListener(
      'scroll',
      () => {
        this.#scrolled = true
        this.#schedule()
      },
      options,
    )
    this.#dom.grid.addEventListener('keydown', (event) => this.#keydown(event), options)
    this.#dom.pane.addEventListener('click', (event) => this.#click(event), options)
    document.addEventListener('selectionchange', () => this.#holdForSelection(), options)
  }

  #reset(): void {
    this.#anchor = AT_END
    this.#renumber()
    this.#columns = FIRST_COLUMNS
  }

  /** The numbers mean other lines from here on: only the place of the view stays. */
  #renumber(): void {
    this.#preview = false
    this.#numbered = false
    this.#contentWidth = 0
    this.#select(null)
    this.#found.clear()
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

  get #tail(): readonly Row[] {
    return this.#rows.peekTail()
  }

  #lineOf(row: number): LineNumber | null {
    const line = hasEveryLine(this.#model) ? row : this.#rows.peek(row)?.line
    return line == null ? null : lineNumber(line)
  }

  #linesOf(from: number, to: number): LineSpan | null {
    const first = this.#lineOf(from)
    const last = this.#lineOf(to - 1)
    return first === null || last === null ? null : { from: first, to: lineNumber(last + 1) }
  }

  /** How often the user chose another position, or another line by the pointer. */
  get moves(): number {
    return this.#moves
  }

  /** A position that the user chose; tells when that left or reached the end. */
  #setAnchor(anchor: Anchor): void {
    this.#moves += 1
    const before = this.#anchor
    this.#anchor = anchor
    this.#schedule()
    const leaves = this.#model.searching && anchor.kind === 'line'
    if (before.kind !== anchor.kind || leaves) this.#options.onFollowChange(anchor.kind === 'end')
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

  // --- input ----------------------------------------------------------------------------------

  #wheel(event: WheelEvent): void {
    // With Control it is the page's zoom.
    if (event.ctrlKey) return
    event.preventDefault()
    const unit = [1, this.#rowHeight, this.#height][event.deltaMode] ?? 1
    this.#moveBy((event.deltaY * unit) / this.#rowHeight)
    if (event.deltaX !== 0) this.#dom.grid.scrollBy({ left: event.deltaX * unit })
  }

  #keydown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && this.#options.onChooseLine !== undefined) {
      event.preventDefault()
      if (this.#selection !== null) this.#chooseLine(this.#selection.active)
      return
    }
    const key = listKey(event)
    if (key === null || (key.kind === 'copy' && this.#hasTextSelection())) return
    if (key.kind === 'clear' && this.#selection === null) return
    event.preventDefault()
    this.#obey(key)
  }

  #click(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return
    const row = this.#lineAt(event.clientY - this.#dom.pane.getBoundingClientRect().top)
    if (row === null) return
    if (event.target.closest('.log-row-cut') !== null) this.#openLine(row)
    else if (event.target.closest('.log-row-entry') !== null) this.#toggleEntry(row)
    else if (!event.shiftKey && !this.#hasTextSelection()) this.#chooseLine(row)
  }

  #openLine(row: number): void {
    const line = this.#lineOf(row)
    if (line !== null) this.#options.onOpenLine?.(line)
  }

  #toggleEntry(row: number): void {
    const line = this.#lineOf(row)
    if (line !== null) this.#options.onToggleEntry?.(line)
  }

  #chooseLine(row: number): void {
    const line = this.#lineOf(row)
    if (line !== null) this.#options.onChooseLine?.(line)
  }

  #obey(key: ListKey): void {
    switch (key.kind) {
      case 'line':
      case 'page':
      case 'edge':
        this.#walk(key)
        break
      case 'scroll':
        this.#moveBy(key.by)
        break
      case 'sideways':
        this.#dom.grid.scrollBy({ left: key.by * SIDEWAYS_PX })
        break
      case 'select-all':
        this.#selectAll()
        break
      case 'copy':
        this.#copy()
        break
      case 'clear':
        this.#select(null)
        break
      default:
        assertNever(key, 'key')
    }
  }

  #copy(): void {
    const { onCopy } = this.#options
    if (onCopy === undefined || this.#selection === null) void this.copySelection()
    else onCopy()
  }

  #selectAll(): void {
    const { first, end } = this.#model
    if (end > first) this.#select({ anchor: first, active: end - 1 })
  }

  #walk(key: WalkKey): void {
    if (key.kind === 'edge' && key.edge === 'start') this.scrollToStart()
    const { first, end } = this.#model
    const geometry = this.#geometry
    // Lines without a number cannot be active.
    const last = this.#preview ? geometry.end : end
    if (last <= first) return
    const place = walk(key, { anchor: this.#anchor, selection: this.#selection }, geometry, last)
    if (!this.#preview) this.#select(place.selection)
    this.#setAnchor(place.anchor)
  }

  #pointerTarget(): RowPointerTarget {
    const list = this
    return {
      lineAt: (y) => this.#lineAt(y),
      select: (line, extend) => {
        this.#moves += 1
        this.#select(selectLine(this.#selection, line, extend))
      },
      scrollBy: (rows) => this.#moveBy(rows),
      pan: (dx, dy) => {
        this.#moveBy(dy / this.#rowHeight)
        if (dx !== 0) this.#dom.grid.scrollBy({ left: dx })
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
    this.#selection = selection
    this.#schedule()
    this.#tellActive()
  }

  #tellActive(): void {
    const line = this.#selection === null ? null : this.#lineOf(this.#selection.active)
    if (line === this.#activeLine) return
    this.#activeLine = line
    this.#options.onActiveLine?.(line)
    this.#activated.notify()
  }

  #hasTextSelection(): boolean {
    const selection = document.getSelection()
    return selection?.isCollapsed === false && this.#dom.pane.contains(selection.anchorNode)
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
    this.#headHeight = this.#head.height
    this.#height = Math.max(0, this.#dom.grid.clientHeight - this.#headHeight)
    this.#width = this.#dom.grid.clientWidth
    this.#rowHeight = this.#dom.probe.offsetHeight || DEFAULT_ROW_HEIGHT
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
      const { scrollTop, clientHeight } = this.#dom.grid
      if (Math.max(0, clientHeight - this.#head.height) !== this.#height) {
        // A view that grows pulls the thumb along at the end: nobody scrolled.
        this.#scrollTop = scrollTop
        this.#measure()
      }
      // One pixel: the browser rounds what was written to physical pixels. More is the user's thumb.
      if (Math.abs(scrollTop - this.#scrollTop) > 1) {
        this.#scrollTop = scrollTop
        this.#setAnchor(anchorOfScroll(scrollTop, this.#geometry))
      }
    }
    this.#contentWidth = Math.max(this.#contentWidth, this.#pool.measure())
    const left = this.#contentWidth - this.#width - this.#dom.grid.scrollLeft
    if (this.#clipped && left < this.#width) {
      this.#columns = Math.min(this.#columns * 2, MAX_COLUMNS)
    }
  }

  #draw(): void {
    this.#enterPreview()
    const geometry = this.#geometry
    const top = topOf(this.#anchor, geometry)
    const { from, to } = visibleRows(top, geometry)
    if (!this.#preview) this.#wantLines(from, to)
    const { grid, spacer, pane } = this.#dom
    spacer.style.height = `${spacerHeight(geometry)}px`
    spacer.style.width = `${this.#contentWidth}px`
    pane.style.height = `${this.#height}px`
    pane.style.setProperty('--log-width', `${this.#width}px`)
    const largest = Math.max(hasEveryLine(this.#model) ? geometry.end : 0, this.#model.expectedEnd)
    grid.style.setProperty('--log-digits', String(String(largest).length))
    const heads = this.#fields.length > 0 ? 1 : 0
    grid.setAttribute('aria-rowcount', String(geometry.end + heads))
    grid.setAttribute('aria-colcount', String(this.#fields.length + 2))
    this.#ticks.draw(this.#height, this.#headHeight)
    const scrollTop = scrollTopOf(top, geometry)
    if (Math.abs(scrollTop - this.#scrollTop) > 0.01) {
      this.#scrollTop = scrollTop
      grid.scrollTop = scrollTop
    }
    this.#clipped = false
    const capacity = Math.ceil(this.#height / this.#rowHeight) + 2
    const active = this.#pool.draw(from, to, capacity, (line) => this.#placeRow(line, top))
    if (active === null) grid.removeAttribute('aria-activedescendant')
    else grid.setAttribute('aria-activedescendant', active)
    this.#tellVisible(from, to)
    // The widths of what was written are read at the start of the next frame.
    if (this.#pool.dirty) this.#schedule()
  }

  #tellVisible(from: number, to: number): void {
    this.#tellActive()
    const end = Math.min(to, this.#model.end)
    const lines = this.#preview || end <= from ? null : this.#linesOf(from, end)
    const before = this.#visibleLines
    if (lines?.from === before?.from && lines?.to === before?.to) return
    this.#visibleLines = lines
    this.#visible.notify()
  }

  #enterPreview(): void {
    if (!this.#model.indexing) {
      this.#numbered = true
      return
    }
    if (this.#model.paused) return
    if (this.#anchor.kind === 'end' || this.#preview) this.#rows.wantTail(TAIL_LINES)
    // Where the index ends for now is not the end: rather nothing for a moment than lines of the middle.
    if (this.#anchor.kind === 'end' && (this.#tail.length > 0 || !this.#numbered)) {
      this.#preview = true
    }
  }

  #wantLines(from: number, to: number): void {
    const { first, end } = this.#model
    const page = Math.ceil(this.#height / this.#rowHeight)
    this.#rows.want(Math.max(first, from - page), Math.min(end, to + page))
  }

  #placeRow(line: number, top: number): PlacedRow {
    const ratio = window.devicePixelRatio || 1
    const peek = (row: number) => (this.#preview ? this.#tail[row] : this.#rows.peek(row))
    const text = peek(line)
    if (text !== undefined && text.text.length > this.#columns) this.#clipped = true
    const facts: RowFacts = {
      model: this.#model,
      marks: this.#marks,
      selection: this.#selection,
      found: this.#found.line,
      labels: this.#labels,
      clip: this.#columns,
      painter: this.#painter,
      textView: this.#textView,
      gutter: this.#gutter,
      columns: this.#fields,
    }
    const before = peek(line - 1)
    return {
      // Whole physical pixels: text between two of them is blurred.
      y: Math.round((line - top) * this.#rowHeight * ratio) / ratio,
      content: this.#preview
        ? unnumberedContent(text, before, facts)
        : rowContent(line, text, before, facts),
    }
  }
}
