import { assertNever } from '../../shared/assert-never.ts'
import type { LineNumber } from '../../shared/line-number.ts'
import type { Mark } from '../../shared/protocol.ts'
import { TAIL_LINES } from '../data/line-source.ts'
import { createListeners } from '../data/listeners.ts'
import type { Row, RowSource } from '../data/row-source.ts'
import type { LineSpan } from './line-span.ts'
import { ListCursor } from './list-cursor.ts'
import { createListDom } from './list-dom.ts'
import { ListDrawing } from './list-drawing.ts'
import { createListHead } from './list-head.ts'
import { hasTextSelection, type ListInputTarget, listenToInput } from './list-input.ts'
import type { ListKey } from './list-key.ts'
import { EMPTY_LIST, hasEveryLine, type ListModel, type LogListLabels } from './list-model.ts'
import { createListTicks, type Tick } from './list-ticks.ts'
import type { LogListOptions } from './log-list-options.ts'
import type { Column, Gutter, Painter, TextView } from './painter.ts'
import { createPassingMark } from './passing-mark.ts'
import type { ReadingPlace } from './reading-place.ts'
import { type RowFacts, rowContent, unnumberedContent } from './row-content.ts'
import { RowHeights } from './row-heights.ts'
import { RowPointer, type RowPointerTarget } from './row-pointer.ts'
import { RUSH_MS, Rush } from './rush.ts'
import { plainText } from './style-line.ts'
import { createWrapRuler } from './wrap-ruler.ts'
import { writeClipboard } from './write-clipboard.ts'

/** Lines that one copy takes at most: 10 000 lines of 4 KiB are what a clipboard bears. */
export const MAX_COPIED_LINES = 10_000

/** Pixels that an arrow key moves the text sideways: about five characters. */
const SIDEWAYS_PX = 40

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
 * because it is the one place where model, cursor, look and drawing meet.
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
  readonly #rush = new Rush()
  #calm: ReturnType<typeof setTimeout> | undefined
  readonly #cursor: ListCursor
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
    this.#cursor = this.#createCursor()
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

  close(): void {
    this.#closed.abort()
    this.#forgetRows()
    this.#pointer.close()
    this.#resized.disconnect()
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#calm)
    this.#found.clear()
    this.#dom.frame.remove()
  }

  // --- what is shown --------------------------------------------------------------------------

  setModel(model: ListModel): void {
    const before = this.#model
    const isOther = model.log !== before.log
    if (isOther) this.#drawing.forgetColumns()
    if (isOther || model.instance !== before.instance) this.#forgetNumbers()
    if (model.encodingKey !== before.encodingKey) this.#drawing.forgetWidths()
    if (model.marks !== before.marks) this.#marks = Map.groupBy(model.marks, (mark) => mark.line)
    this.#cursor.setModel(model)
    this.#model = model
    this.#schedule()
  }

  /** Draws these rows from now on; `setModel` says how many there are. Nothing stays selected. */
  setRows(rows: RowSource, model: ListModel): void {
    this.#forgetRows()
    this.#rows = rows
    this.#forgetRows = rows.onLoaded(() => this.#schedule())
    this.#cursor.position.renumber()
    this.#forgetNumbers()
    this.setModel(model)
    this.#exchanged.notify()
  }

  /** Called when other rows are drawn from now on. Returns the unsubscribe. */
  onRows(listener: () => void): () => void {
    return this.#exchanged.add(listener)
  }

  /** The numbers mean other lines from here on: only the place of the view stays. */
  #forgetNumbers(): void {
    this.#drawing.forgetWidths()
    this.#cursor.selection.set(null)
    this.#found.clear()
  }

  // --- how it looks ---------------------------------------------------------------------------

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

  /** Names the list anew, and nothing else. */
  setName(name: string): void {
    this.#dom.grid.setAttribute('aria-label', name)
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

  // --- where the reader is --------------------------------------------------------------------

  /**
   * Makes the line active, or the next one that is shown, brings it to the middle of the view and
   * marks it for a moment. Resolves when it is there, or never will be.
   */
  scrollToLine(line: LineNumber): Promise<void> {
    return this.#cursor.goToLine(line)
  }

  /** Brings a line, or the next one that is shown, to the top of the view; not a move of the user's. */
  showLine(line: LineNumber): Promise<void> {
    return this.#cursor.showLine(line)
  }

  /** Shows the end from now on; not a move of the user's. */
  showEnd(): void {
    this.#cursor.showEnd()
  }

  scrollToStart(): void {
    this.#dom.grid.scrollLeft = 0
    this.#cursor.position.toStart()
  }

  scrollToEnd(): void {
    this.#cursor.position.toEnd()
  }

  /** Brings a row to `y` pixels below the top of the view, as near as the rows allow. */
  placeRow(row: number, y: number, active: boolean): void {
    this.#cursor.placeRow(row, y, active)
  }

  /** Where the reader is: the active line where that is in the view, else the line at its top. */
  get readingPlace(): ReadingPlace {
    return this.#cursor.place
  }

  /** How often the user chose another position, or another line by the pointer. */
  get moves(): number {
    return this.#cursor.position.moves
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
    return this.#cursor.textsInView()
  }

  #createCursor(): ListCursor {
    const list = this
    const heightOf = (row: number) => this.#heightOf(row)
    const cursor = new ListCursor(
      {
        get rows() {
          return list.#rows
        },
        get heightOf() {
          return list.#heights === null ? undefined : heightOf
        },
        onFollowChange: (follow) => this.#options.onFollowChange(follow),
        onChange: () => this.#schedule(),
        onArrival: (row) => {
          this.#dom.grid.scrollLeft = 0
          this.#found.set(row)
          // Rows that are far away are asked for a frame earlier than they could be drawn.
          this.#wantRows(cursor.position.visibleRows)
        },
      },
      this.#closed.signal,
    )
    cursor.selection.onActive(() => this.#options.onActiveLine?.(cursor.selection.activeLine))
    return cursor
  }

  #heightOf(row: number): number {
    const { end, partial } = this.#model
    if (this.#heights === null) return 1
    const isPartial = row >= end && partial !== null && !this.#cursor.position.isPreview
    return isPartial ? this.#heights.ofText(partial) : this.#heights.of(this.#cursor.peek(row))
  }

  // --- what is selected -----------------------------------------------------------------------

  /** The active line; null when there is none, or it is not here yet. */
  get activeLine(): LineNumber | null {
    return this.#cursor.selection.activeLine
  }

  /** Called when another line is active, or none. Returns the unsubscribe. */
  onActive(listener: () => void): () => void {
    return this.#cursor.selection.onActive(listener)
  }

  /** From the first selected line to the last; in a view not all lines between them are selected. */
  selectedLines(): LineSpan | null {
    const { range } = this.#cursor.selection
    return range === null ? null : this.#cursor.linesOf(range)
  }

  /** The selected rows: places in a view, or lines where every line is a row. */
  selectedRows(): { from: number; to: number } | null {
    return this.#cursor.selection.range
  }

  /** The rows that are selected, at most {@link MAX_COPIED_LINES}; null when they cannot be read. */
  readSelection(): Promise<readonly Row[] | null> {
    return this.#cursor.readSelection(MAX_COPIED_LINES)
  }

  #copy(): void {
    const { onCopy } = this.#options
    if (onCopy === undefined || this.#cursor.selection.current === null) void this.#copyShown()
    else onCopy()
  }

  /** Copies the selected lines as they are shown; nothing when none could be read. */
  async #copyShown(): Promise<void> {
    const lines = await this.readSelection()
    if (lines === null || lines.length === 0) return
    await writeClipboard(lines.map((line) => plainText(line.text)).join('\n'))
  }

  // --- input ----------------------------------------------------------------------------------

  /** Asks for the whole of the active line, if there is one. */
  openActiveLine(): void {
    const { current } = this.#cursor.selection
    if (current !== null) this.#tell(current.active, this.#options.onOpenLine)
  }

  focus(): void {
    this.#dom.grid.focus({ preventScroll: true })
  }

  /** Does what a key of the list does, for commands that have other keys. */
  press(key: ListKey): void {
    switch (key.kind) {
      case 'line':
      case 'page':
      case 'edge':
        if (key.kind === 'edge' && key.edge === 'start') this.#dom.grid.scrollLeft = 0
        this.#cursor.walk(key)
        break
      case 'scroll':
        this.#cursor.position.moveBy(key.by)
        break
      case 'sideways':
        this.#dom.grid.scrollBy({ left: key.by * SIDEWAYS_PX })
        break
      case 'select-all':
        this.#cursor.selectAll()
        break
      case 'copy':
        this.#copy()
        break
      case 'clear':
        this.#cursor.selection.set(null)
        break
      default:
        assertNever(key, 'key')
    }
  }

  #createInput(): ListInputTarget & RowPointerTarget {
    const cursor = this.#cursor
    const { position, selection } = cursor
    return {
      get height() {
        return position.geometry.height
      },
      get rowHeight() {
        return position.geometry.rowHeight
      },
      get hasSelection() {
        return selection.current !== null
      },
      canChoose: this.#options.onChooseLine !== undefined,
      lineAt: (y) => cursor.rowAt(y),
      select: (row, extend) => cursor.select(row, extend),
      scrollBy: (rows) => position.moveBy(rows),
      scrollSideways: (px) => this.#dom.grid.scrollBy({ left: px }),
      pan: (dx, dy) => {
        position.moveBy(dy / position.geometry.rowHeight)
        if (dx !== 0) this.#dom.grid.scrollBy({ left: dx })
      },
      obey: (key) => this.press(key),
      chooseActive: () => {
        const { current } = selection
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
    const line = this.#cursor.lineOf(row)
    if (line !== null) listener?.(line)
  }

  // --- drawing --------------------------------------------------------------------------------

  /** Holds what is read while `change` makes the view or its rows taller or lower. */
  #resize(change?: () => void): void {
    this.#cursor.resize(() => {
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
      // A view that grows pulls the thumb along at the end: nobody scrolled.
      if (height !== this.#cursor.position.geometry.height) this.#drawing.acceptThumb()
      return { height, rowHeight: probe.offsetHeight }
    })
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
      if (this.#cursor.position.geometry.height > 0) this.#draw()
    })
  }

  #readLayout(): void {
    const { position } = this.#cursor
    if (this.#scrolled) {
      this.#scrolled = false
      this.#drawing.readSideways()
      const height = Math.max(0, this.#dom.grid.clientHeight - this.#head.height)
      if (height !== position.geometry.height) this.#resize()
      const thumb = this.#drawing.readThumb()
      if (thumb !== null) position.scrollTo(thumb)
    }
    this.#drawing.readWidths(this.#width)
  }

  #draw(): void {
    const cursor = this.#cursor
    if (cursor.position.enterPreview()) this.#rows.wantTail(TAIL_LINES)
    const { geometry, top, isPreview, visibleRows } = cursor.position
    if (!isPreview) this.#wantRows(visibleRows)
    this.#ticks.draw(geometry.height, this.#headHeight)
    const facts = this.#facts(this.#isRushing(visibleRows))
    this.#drawing.draw(
      {
        geometry,
        top,
        largest: Math.max(hasEveryLine(this.#model) ? geometry.end : 0, this.#model.expectedEnd),
        fields: this.#look.columns.length,
        lengthOf: (row) => cursor.peek(row)?.text.length ?? 0,
        content: (row) => {
          const [own, above] = [cursor.peek(row), cursor.peek(row - 1)]
          return isPreview
            ? unnumberedContent(own, above, facts)
            : rowContent(row, own, above, facts)
        },
      },
      this.#width,
    )
    cursor.selection.tellActive()
    this.#tellVisible()
    // The widths of what was written are read at the start of the next frame.
    if (this.#drawing.isDirty) this.#schedule()
  }

  /** Whether lines pass that nobody can read; once it is over they are drawn again. */
  #isRushing({ from, to }: { readonly from: number; readonly to: number }): boolean {
    const isRush = this.#rush.isOn(from, to, performance.now())
    if (!isRush || this.#cursor.position.anchor.kind !== 'end') return false
    clearTimeout(this.#calm)
    this.#calm = setTimeout(() => this.#schedule(), RUSH_MS)
    return true
  }

  #facts(isRushing: boolean): RowFacts {
    return {
      ...this.#look,
      painter: isRushing ? null : this.#look.painter,
      model: this.#model,
      marks: this.#marks,
      selection: this.#cursor.selection.current,
      found: this.#found.line,
      clip: this.#drawing.columns,
    }
  }

  #wantRows({ from, to }: { readonly from: number; readonly to: number }): void {
    const { first, end } = this.#model
    const { height, rowHeight } = this.#cursor.position.geometry
    const page = Math.ceil(height / rowHeight)
    this.#rows.want(Math.max(first, from - page), Math.min(end, to + page))
  }

  #tellVisible(): void {
    const lines = this.#cursor.linesInView()
    const before = this.#visibleLines
    if (lines?.from === before?.from && lines?.to === before?.to) return
    this.#visibleLines = lines
    this.#visible.notify()
  }
}
