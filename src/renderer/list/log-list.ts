import { assertNever } from '../../shared/assert-never.ts'
import { type LineNumber, lineNumber } from '../../shared/line-number.ts'
import type { Mark } from '../../shared/protocol.ts'
import { TAIL_LINES } from '../data/line-source.ts'
import { createListeners } from '../data/listeners.ts'
import type { Row, RowSource } from '../data/row-source.ts'
import { selectLine } from './line-selection.ts'
import type { LineSpan } from './line-span.ts'
import { createListDom } from './list-dom.ts'
import { ListDrawing } from './list-drawing.ts'
import { createListHead } from './list-head.ts'
import { hasTextSelection, type ListInputTarget, listenToInput } from './list-input.ts'
import type { ListKey } from './list-key.ts'
import { EMPTY_LIST, hasEveryLine, type ListModel, type LogListLabels } from './list-model.ts'
import { ListPosition } from './list-position.ts'
import { ListSelection } from './list-selection.ts'
import { createListTicks, type Tick } from './list-ticks.ts'
import type { Column, Gutter, Painter, TextView } from './painter.ts'
import { createPassingMark } from './passing-mark.ts'
import type { ReadingPlace } from './reading-place.ts'
import { type RowFacts, rowContent, unnumberedContent } from './row-content.ts'
import { RowHeights } from './row-heights.ts'
import { RowPointer, type RowPointerTarget } from './row-pointer.ts'
import { plainText } from './style-line.ts'
import { advance, rowEdges } from './viewport.ts'
import { type WalkKey, walk } from './walk.ts'
import { createWrapRuler } from './wrap-ruler.ts'
import { writeClipboard } from './write-clipboard.ts'

/** Lines that one copy takes at most: 10 000 lines of 4 KiB are what a clipboard bears. */
export const MAX_COPIED_LINES = 10_000

/** Pixels that an arrow key moves the text sideways: about five characters. */
const SIDEWAYS_PX = 40

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

/** What decides how rows look beside their lines. */
type Look = Pick<RowFacts, 'labels' | 'painter' | 'gutter' | 'columns'> & {
  readonly textView: TextView | null
}

/** Lists made so far: the ids of their rows must differ. */
let lists = 0

/**
 * The list of a log's lines: a grid of plain DOM whose rows are reused, for any number of lines.
 *
 * Wheel, keys and fingers move its position exactly, and only the thumb of the scroll bar is mapped
 * onto it. The rows stand in a pane that sticks to the view. Line L always uses row L modulo the pool,
 * so that a line keeps its element, and with it the browser's text selection, while it moves.
 *
 * One animation frame reads the layout first and writes afterwards. This file is longer than others
 * because it is the one place where model, position, selection and drawing meet.
 */
export class LogList {
  readonly #options: LogListOptions
  readonly #closed = new AbortController()
  readonly #dom = createListDom()
  readonly #found = createPassingMark(() => this.#schedule())
  readonly #visible = createListeners()
  readonly #exchanged = createListeners()
  readonly #head = createListHead(this.#dom)
  readonly #ticks = createListTicks(this.#dom)
  readonly #ruler = createWrapRuler(this.#dom)
  readonly #position: ListPosition
  readonly #selection: ListSelection
  readonly #drawing: ListDrawing
  readonly #pointer: RowPointer
  readonly #resized: ResizeObserver
  #look: Look
  /** Null while lines are not wrapped. */
  #heights: RowHeights | null = null
  #rows: RowSource
  #forgetRows: () => void
  #model: ListModel = EMPTY_LIST
  #marks: ReadonlyMap<number, readonly Mark[]> = new Map()
  #visibleLines: LineSpan | null = null
  /** The last wish to go to a line: older ones that are answered late are forgotten. */
  #journey = 0
  #headHeight = 0
  #width = 0
  #frame = 0
  #scrolled = false

  constructor(host: HTMLElement, options: LogListOptions) {
    lists += 1
    this.#options = options
    const { labels, rows } = options
    this.#look = { labels, painter: null, textView: null, gutter: null, columns: [] }
    this.#rows = rows
    this.#forgetRows = rows.onLoaded(() => this.#schedule())
    this.#position = this.#createPosition()
    this.#selection = this.#createSelection()
    const { frame, grid, pane, probe } = this.#dom
    this.#drawing = new ListDrawing(this.#dom, `log-list-${lists}`)
    const input = this.#createInput()
    this.#pointer = new RowPointer(pane, input)
    listenToInput(this.#dom, input, this.#closed.signal)
    this.#resized = new ResizeObserver(() => this.#resize())
    for (const element of [grid, probe, this.#ruler.element]) this.#resized.observe(element)
    grid.addEventListener('scroll', () => this.#noteScroll(), { signal: this.#closed.signal })
    this.setLabels(labels)
    host.append(frame)
    this.#resize()
  }

  // --- what is shown --------------------------------------------------------------------------

  setModel(model: ListModel): void {
    const before = this.#model
    const isOther = model.log !== before.log
    if (isOther) this.#drawing.forgetColumns()
    if (isOther || model.instance !== before.instance) this.#forgetNumbers()
    if (model.encodingKey !== before.encodingKey) this.#drawing.forgetWidths()
    if (model.marks !== before.marks) this.#marks = Map.groupBy(model.marks, (mark) => mark.line)
    this.#position.setModel(model)
    this.#model = model
    this.#schedule()
  }

  /** Draws these rows from now on; `setModel` says how many there are. Nothing stays selected. */
  setRows(rows: RowSource, model: ListModel): void {
    this.#forgetRows()
    this.#rows = rows
    this.#forgetRows = rows.onLoaded(() => this.#schedule())
    this.#position.renumber()
    this.#forgetNumbers()
    this.setModel(model)
    this.#exchanged.notify()
  }

  /** Called when other rows are drawn from now on. Returns the unsubscribe. */
  onRows(listener: () => void): () => void {
    return this.#exchanged.add(listener)
  }

  /** Null draws the lines as they are. */
  setPainter(painter: Painter | null): void {
    if (painter?.key !== this.#look.painter?.key) this.#setLook({ painter })
  }

  /** Null draws the text of the lines themselves. */
  setTextView(textView: TextView | null): void {
    if (textView?.key === this.#look.textView?.key) return
    this.#drawing.forgetWidths()
    this.#resize(() => this.#setLook({ textView }))
  }

  /** Signs beside the line numbers. */
  setGutter(gutter: Gutter | null): void {
    if (gutter?.key !== this.#look.gutter?.key) this.#setLook({ gutter })
  }

  /** Columns between the line numbers and the text; with some, the list has a row of heads. */
  setColumns(columns: readonly Column[]): void {
    this.#head.show(columns, this.#look.labels)
    this.#resize(() => this.#setLook({ columns }))
  }

  setLabels(labels: LogListLabels): void {
    this.#dom.grid.setAttribute('aria-label', labels.grid)
    this.#head.show(this.#look.columns, labels)
    this.#resize(() => this.#setLook({ labels }))
  }

  /** Breaks lines that are wider than the view, so that all of them is seen. */
  setWrap(wrap: boolean): void {
    if (wrap === (this.#heights !== null)) return
    this.#resize(() => {
      this.#heights = wrap ? new RowHeights(this.#ruler, this.#look) : null
      this.#drawing.setWrapped(wrap)
      this.#dom.grid.scrollLeft = 0
    })
  }

  /** Marks beside the scroll bar: those of one feature, the others keep theirs. */
  setTicks(ticks: readonly Tick[], feature = ''): void {
    this.#ticks.set(ticks, feature)
    this.#schedule()
  }

  #setLook(change: Partial<Look>): void {
    this.#look = { ...this.#look, ...change }
    this.#schedule()
  }

  /** The numbers mean other lines from here on: only the place of the view stays. */
  #forgetNumbers(): void {
    this.#drawing.forgetWidths()
    this.#selection.set(null)
    this.#found.clear()
  }

  // --- where the reader is --------------------------------------------------------------------

  /**
   * Makes the line active, or the next one that is shown, brings it to the middle of the view and
   * marks it for a moment. Resolves when it is there, or never will be.
   */
  scrollToLine(line: LineNumber): Promise<void> {
    return this.#whenPlaced(line, (row) => {
      const near = this.#nearestRow(row)
      if (near === null) return
      this.#position.leavePreview()
      this.#dom.grid.scrollLeft = 0
      this.#selection.set(selectLine(null, near, false))
      this.#found.set(near)
      this.#position.jumpTo(near)
    })
  }

  /** Brings a line, or the next one that is shown, to the top of the view; not a move of the user's. */
  showLine(line: LineNumber): Promise<void> {
    return this.#whenPlaced(line, (row) => {
      this.#position.setFollow(false)
      this.placeRow(row, 0, false)
    })
  }

  /** Shows the end from now on; not a move of the user's. */
  showEnd(): void {
    this.#journey += 1
    this.#position.setFollow(true)
  }

  scrollToStart(): void {
    this.#dom.grid.scrollLeft = 0
    this.#position.toStart()
  }

  scrollToEnd(): void {
    this.#position.toEnd()
  }

  /** Brings a row to `y` pixels below the top of the view, as near as the rows allow. */
  placeRow(row: number, y: number, active: boolean): void {
    const near = this.#nearestRow(row)
    if (near === null) return
    if (active) this.#selection.set(selectLine(null, near, false))
    this.#position.place(near, y)
  }

  /** Where the reader is: the active line where that is in the view, else the line at its top. */
  get readingPlace(): ReadingPlace {
    const { anchor, isPreview, top, geometry, visibleRows } = this.#position
    if (anchor.kind === 'end' || isPreview) return { kind: 'end' }
    const { from, to } = visibleRows
    const active = this.#selection.current?.active ?? -1
    const isActive = active >= from && active < to
    const row = isActive ? active : from
    const y = rowEdges(top, geometry)[row - from] ?? 0
    return { kind: 'row', row, line: this.#lineOf(row), y, active: isActive }
  }

  /** How often the user chose another position, or another line by the pointer. */
  get moves(): number {
    return this.#position.moves
  }

  /** From the first line in the view to the last; null while they are not here. */
  get visibleLines(): LineSpan | null {
    return this.#visibleLines
  }

  /** Called when other lines are in the view, at most once a frame. Returns the unsubscribe. */
  onVisible(listener: () => void): () => void {
    return this.#visible.add(listener)
  }

  /** The texts in the view, from its top. */
  visibleTexts(): readonly string[] {
    if (this.#position.isPreview) return []
    const { from, to } = this.#position.visibleRows
    return Array.from({ length: to - from }, (_, at) => this.#rows.peek(from + at)?.text ?? '')
  }

  /** Calls `then` with the row of the line, unless another journey was begun until it is known. */
  async #whenPlaced(line: LineNumber, then: (row: number) => void): Promise<void> {
    this.#journey += 1
    if (hasEveryLine(this.#model)) {
      then(line)
      return
    }
    const journey = this.#journey
    const row = await this.#rows.rowOf(line, this.#closed.signal)
    if (row !== null && journey === this.#journey) then(row)
  }

  #nearestRow(row: number): number | null {
    const { first, end } = this.#model
    return end <= first ? null : Math.max(first, Math.min(row, end - 1))
  }

  #lineOf(row: number): LineNumber | null {
    const line = hasEveryLine(this.#model) ? row : this.#rows.peek(row)?.line
    return line == null ? null : lineNumber(line)
  }

  #linesOf({ from, to }: { from: number; to: number }): LineSpan | null {
    const first = this.#lineOf(from)
    const last = this.#lineOf(to - 1)
    return first === null || last === null ? null : { from: first, to: lineNumber(last + 1) }
  }

  #createPosition(): ListPosition {
    const list = this
    const heightOf = (row: number) => this.#heightOf(row)
    return new ListPosition({
      get tailRows() {
        return list.#rows.peekTail().length
      },
      get heightOf() {
        return list.#heights === null ? undefined : heightOf
      },
      onFollowChange: (follow) => this.#options.onFollowChange(follow),
      onMove: () => this.#schedule(),
    })
  }

  #heightOf(row: number): number {
    const { end, partial } = this.#model
    if (this.#heights === null) return 1
    if (row >= end && partial !== null && !this.#position.isPreview) {
      return this.#heights.ofText(partial)
    }
    return this.#heights.of(this.#peek(row))
  }

  // --- what is selected -----------------------------------------------------------------------

  /** The active line; null when there is none, or it is not here yet. */
  get activeLine(): LineNumber | null {
    return this.#selection.activeLine
  }

  /** Called when another line is active, or none. Returns the unsubscribe. */
  onActive(listener: () => void): () => void {
    return this.#selection.onActive(listener)
  }

  /** From the first selected line to the last; in a view not all lines between them are selected. */
  selectedLines(): LineSpan | null {
    const { range } = this.#selection
    return range === null ? null : this.#linesOf(range)
  }

  /** The selected rows: places in a view, or lines where every line is a row. */
  selectedRows(): { from: number; to: number } | null {
    return this.#selection.range
  }

  /** The rows that are selected, at most {@link MAX_COPIED_LINES}; null when they cannot be read. */
  async readSelection(): Promise<readonly Row[] | null> {
    const { range } = this.#selection
    if (range === null) return []
    const { from, to } = range
    return this.#rows.read(from, Math.min(to, from + MAX_COPIED_LINES), this.#closed.signal)
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

  #createSelection(): ListSelection {
    const selection = new ListSelection(
      (row) => this.#lineOf(row),
      () => this.#schedule(),
    )
    selection.onActive(() => this.#options.onActiveLine?.(selection.activeLine))
    return selection
  }

  #selectAll(): void {
    const { first, end } = this.#model
    if (end > first) this.#selection.set({ anchor: first, active: end - 1 })
  }

  // --- input ----------------------------------------------------------------------------------

  /** Asks for the whole of the active line, if there is one. */
  openActiveLine(): void {
    const { current } = this.#selection
    if (current !== null) this.#tell(current.active, this.#options.onOpenLine)
  }

  /** Does what a key of the list does, for commands that have other keys. */
  press(key: ListKey): void {
    switch (key.kind) {
      case 'line':
      case 'page':
      case 'edge':
        this.#walk(key)
        break
      case 'scroll':
        this.#position.moveBy(key.by)
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
        this.#selection.set(null)
        break
      default:
        assertNever(key, 'key')
    }
  }

  focus(): void {
    this.#dom.grid.focus({ preventScroll: true })
  }

  #copy(): void {
    const { onCopy } = this.#options
    if (onCopy === undefined || this.#selection.current === null) void this.copySelection()
    else onCopy()
  }

  #walk(key: WalkKey): void {
    if (key.kind === 'edge' && key.edge === 'start') this.scrollToStart()
    const { first, end } = this.#model
    const { geometry, anchor, isPreview } = this.#position
    // Lines without a number cannot be active.
    const last = isPreview ? geometry.end : end
    if (last <= first) return
    const place = walk(key, { anchor, selection: this.#selection.current }, geometry, last)
    if (!isPreview) this.#selection.set(place.selection)
    this.#position.choose(place.anchor)
  }

  #createInput(): ListInputTarget & RowPointerTarget {
    const list = this
    const position = this.#position
    return {
      get height() {
        return position.geometry.height
      },
      get rowHeight() {
        return position.geometry.rowHeight
      },
      get hasSelection() {
        return list.#selection.current !== null
      },
      canChoose: this.#options.onChooseLine !== undefined,
      lineAt: (y) => this.#rowAt(y),
      select: (row, extend) => {
        position.countMove()
        this.#selection.set(selectLine(this.#selection.current, row, extend))
      },
      scrollBy: (rows) => position.moveBy(rows),
      scrollSideways: (px) => this.#dom.grid.scrollBy({ left: px }),
      pan: (dx, dy) => {
        position.moveBy(dy / position.geometry.rowHeight)
        if (dx !== 0) this.#dom.grid.scrollBy({ left: dx })
      },
      obey: (key) => this.press(key),
      chooseActive: () => {
        const { current } = this.#selection
        if (current !== null) this.#tell(current.active, this.#options.onChooseLine)
      },
      choose: (row) => this.#tell(row, this.#options.onChooseLine),
      open: (row) => this.#tell(row, this.#options.onOpenLine),
      toggleEntry: (row) => this.#tell(row, this.#options.onToggleEntry),
      onTextSelection: () => {
        // Who marks text is reading it: it must not be carried off by the lines that come.
        if (!this.#model.paused && hasTextSelection(this.#dom.pane)) position.holdAtEnd()
      },
    }
  }

  #tell(row: number, listener: ((line: LineNumber) => void) | undefined): void {
    const line = this.#lineOf(row)
    if (line !== null) listener?.(line)
  }

  /** The row of a finished line at `y` pixels below the top of the view. */
  #rowAt(y: number): number | null {
    const { isPreview, top, geometry } = this.#position
    if (isPreview) return null
    const row = Math.floor(advance(top, y / geometry.rowHeight, geometry))
    return row >= this.#model.first && row < this.#model.end ? row : null
  }

  // --- drawing --------------------------------------------------------------------------------

  close(): void {
    this.#closed.abort()
    this.#forgetRows()
    this.#pointer.close()
    this.#resized.disconnect()
    cancelAnimationFrame(this.#frame)
    this.#found.clear()
    this.#dom.frame.remove()
  }

  /** Holds what is read while `change` makes the view or its rows taller or lower. */
  #resize(change?: () => void): void {
    const place = this.readingPlace
    this.#position.resize(() => {
      change?.()
      const { grid, probe } = this.#dom
      this.#headHeight = this.#head.height
      this.#width = grid.clientWidth
      if (this.#heights !== null) {
        const fields = this.#look.columns.reduce((sum, { columns }) => sum + columns, 0)
        this.#ruler.measure(this.#width, fields)
        this.#heights.forget(this.#look)
      }
      const height = Math.max(0, grid.clientHeight - this.#headHeight)
      return { height, rowHeight: probe.offsetHeight }
    })
    // Rows above the active line that grow must not push it out of the view.
    if (place.kind === 'row' && place.active) this.#position.keepInView(place.row, place.y)
  }

  #noteScroll(): void {
    this.#scrolled = true
    this.#schedule()
  }

  #schedule(): void {
    if (this.#frame !== 0 || this.#closed.signal.aborted) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      this.#readLayout()
      if (this.#position.geometry.height > 0) this.#draw()
    })
  }

  #readLayout(): void {
    if (this.#scrolled) {
      this.#scrolled = false
      const height = Math.max(0, this.#dom.grid.clientHeight - this.#head.height)
      if (height !== this.#position.geometry.height) {
        // A view that grows pulls the thumb along at the end: nobody scrolled.
        this.#drawing.acceptThumb()
        this.#resize()
      }
      const thumb = this.#drawing.readThumb()
      if (thumb !== null) this.#position.scrollTo(thumb)
    }
    this.#drawing.readWidths(this.#width)
  }

  #draw(): void {
    if (this.#position.enterPreview()) this.#rows.wantTail(TAIL_LINES)
    const { geometry, top, isPreview, visibleRows } = this.#position
    if (!isPreview) this.#wantRows(visibleRows)
    this.#ticks.draw(geometry.height, this.#headHeight)
    const { end } = geometry
    const facts = this.#facts()
    this.#drawing.draw(
      {
        geometry,
        top,
        largest: Math.max(hasEveryLine(this.#model) ? end : 0, this.#model.expectedEnd),
        fields: this.#look.columns.length,
        lengthOf: (row) => this.#peek(row)?.text.length ?? 0,
        content: (row) => {
          const [own, above] = [this.#peek(row), this.#peek(row - 1)]
          return isPreview
            ? unnumberedContent(own, above, facts)
            : rowContent(row, own, above, facts)
        },
      },
      this.#width,
    )
    this.#tellVisible(visibleRows)
    // The widths of what was written are read at the start of the next frame.
    if (this.#drawing.isDirty) this.#schedule()
  }

  #facts(): RowFacts {
    return {
      ...this.#look,
      model: this.#model,
      marks: this.#marks,
      selection: this.#selection.current,
      found: this.#found.line,
      clip: this.#drawing.columns,
    }
  }

  #peek(row: number): Row | undefined {
    return this.#position.isPreview ? this.#rows.peekTail()[row] : this.#rows.peek(row)
  }

  #wantRows({ from, to }: { from: number; to: number }): void {
    const { first, end } = this.#model
    const { height, rowHeight } = this.#position.geometry
    const page = Math.ceil(height / rowHeight)
    this.#rows.want(Math.max(first, from - page), Math.min(end, to + page))
  }

  #tellVisible({ from, to }: { from: number; to: number }): void {
    this.#selection.tellActive()
    const end = Math.min(to, this.#model.end)
    const lines = this.#position.isPreview || end <= from ? null : this.#linesOf({ from, to: end })
    const before = this.#visibleLines
    if (lines?.from === before?.from && lines?.to === before?.to) return
    this.#visibleLines = lines
    this.#visible.notify()
  }
}
