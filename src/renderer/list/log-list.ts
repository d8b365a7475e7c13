import type { LineNumber } from '../../shared/line-number.ts'
import { createListeners } from '../data/listeners.ts'
import type { Row, RowSource } from '../data/row-source.ts'
import { type Arrival, createArrival } from './arrival.ts'
import type { LineSpan } from './line-span.ts'
import { LinkPointer } from './link-pointer.ts'
import { createListActions, type ListActions } from './list-actions.ts'
import { ListCursor } from './list-cursor.ts'
import { createListDom } from './list-dom.ts'
import { ListDrawing } from './list-drawing.ts'
import { ListFrame } from './list-frame.ts'
import { createListHead } from './list-head.ts'
import { listenToInput } from './list-input.ts'
import type { ListKey } from './list-key.ts'
import { ListLayout } from './list-layout.ts'
import { ListLook } from './list-look.ts'
import type { ListModel, LogListLabels } from './list-model.ts'
import { createListTicks, type Tick } from './list-ticks.ts'
import type { LogListOptions } from './log-list-options.ts'
import type { Column, Gutter, Painter, TextView } from './painter.ts'
import type { ReadingPlace } from './reading-place.ts'
import { RowPointer } from './row-pointer.ts'
import { RowsInView } from './rows-in-view.ts'
import { createVisibleLines } from './visible-lines.ts'

/** Lines that one copy takes at most: 10 000 lines of 4 KiB are what a clipboard bears. */
export const MAX_COPIED_LINES = 10_000

/**
 * The list of a log's lines: a grid of plain DOM whose rows are reused, for any number of lines.
 *
 * Wheel, keys and fingers move its position exactly, and only the thumb of the scroll bar is mapped
 * onto it. The rows stand in a pane that sticks to the view. Line L always uses row L modulo the pool,
 * so that a line keeps its element, and with it the browser's text selection, while it moves.
 *
 * Longer than most files by what others may ask of a list: each of its members hands that to one part.
 *
 * Here its parts are put together; what the page asks of it is answered by the part that it is about.
 */
export class LogList {
  readonly #closed = new AbortController()
  readonly #exchanged = createListeners()
  readonly #visible = createVisibleLines()
  readonly #dom = createListDom()
  readonly #head = createListHead(this.#dom)
  readonly #ticks = createListTicks(this.#dom)
  readonly #drawing = new ListDrawing(this.#dom)
  readonly #layout = new ListLayout(this.#dom, this.#head, () => this.#resize())
  readonly #arrive: Arrival
  readonly #look: ListLook
  readonly #view: RowsInView
  readonly #cursor: ListCursor
  readonly #frame: ListFrame
  readonly #actions: ListActions
  readonly #pointer: RowPointer

  constructor(host: HTMLElement, options: LogListOptions) {
    const { signal } = this.#closed
    const [dom, layout, drawing] = [this.#dom, this.#layout, this.#drawing]
    const onChange = () => this.#frame.request()
    const onResize = (change?: () => void) => this.#resize(change)
    const onFollowChange = (follow: boolean) => options.onFollowChange(follow)
    const onArrival = createArrival(dom, signal)
    const readSelection = () => this.readSelection()
    const links = this.#listenToLinks(options.links)
    const view = new RowsInView(options.rows, { layout, onChange, onFollowChange })
    const cursor = new ListCursor(view, { onChange, onArrival }, signal)
    const parts = { dom, layout, drawing, view, cursor, links, onChange, onResize }
    const [ticks, visible, head] = [this.#ticks, this.#visible, this.#head]
    const look = new ListLook(options.labels, { ...parts, head })
    this.#arrive = onArrival
    this.#view = view
    this.#cursor = cursor
    this.#look = look
    this.#frame = new ListFrame({ ...parts, look, ticks, visible }, signal)
    this.#actions = createListActions({ ...parts, options, readSelection })
    this.onActive(() => options.onActiveLine?.(this.activeLine))
    this.#pointer = new RowPointer(dom.pane, this.#actions)
    listenToInput(dom, this.#actions, signal)
    host.append(dom.frame)
    this.#resize()
  }

  close(): void {
    this.#closed.abort()
    this.#view.close()
    this.#pointer.close()
    this.#layout.close()
    this.#cursor.close()
    this.#dom.frame.remove()
  }

  setModel(model: ListModel): void {
    const before = this.#view.position.model
    const isOther = model.log !== before.log
    if (isOther) this.#drawing.forgetColumns()
    if (isOther || model.instance !== before.instance) this.#forgetNumbers()
    if (model.encodingKey !== before.encodingKey) this.#drawing.forgetWidths()
    this.#view.position.setModel(model)
    this.#frame.request()
  }

  /** Draws these rows from now on; `model` says how many there are. Nothing stays selected. */
  setRows(rows: RowSource, model: ListModel): void {
    this.#view.exchange(rows)
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
    this.#look.setPainter(painter)
  }

  /** Null draws the text of the lines themselves. */
  setTextView(textView: TextView | null): void {
    this.#look.setTextView(textView)
  }

  /** Signs beside the line numbers. */
  setGutter(gutter: Gutter | null): void {
    this.#look.setGutter(gutter)
  }

  /** Columns between the line numbers and the text; with some, the list has a row of heads. */
  setColumns(columns: readonly Column[]): void {
    this.#look.setColumns(columns)
  }

  setLabels(labels: LogListLabels): void {
    this.#look.setLabels(labels)
  }

  /** Names the list anew, and nothing else. */
  setName(name: string): void {
    this.#look.setName(name)
  }

  /** Breaks lines that are wider than the view, so that all of them is seen. */
  setWrap(wrap: boolean): void {
    this.#look.setWrap(wrap)
  }

  /** Marks beside the scroll bar: those of one feature, the others keep theirs. */
  setTicks(ticks: readonly Tick[], feature = ''): void {
    this.#ticks.set(ticks, feature)
    this.#frame.request()
  }

  /**
   * Makes the line active, or the next one that is shown, brings it to the middle of the view and
   * marks it for a moment. It is seen from its beginning, or where an element of the class `part` is
   * painted in it. Resolves when it is there, or never will be.
   */
  scrollToLine(line: LineNumber, part: string | null = null): Promise<void> {
    return this.#cursor.goToLine(line, part)
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
    this.#arrive(null)
    this.#view.position.toStart()
  }

  scrollToEnd(): void {
    this.#view.position.toEnd()
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
    return this.#view.position.moves
  }

  /** From the first line in the view to the last; null while they are not here. */
  get visibleLines(): LineSpan | null {
    return this.#visible.lines
  }

  /** Called when other lines are in the view, at most once a frame. Returns the unsubscribe. */
  onVisible(listener: () => void): () => void {
    return this.#visible.onChange(listener)
  }

  /** The texts in the view, from its top. */
  visibleTexts(): readonly string[] {
    return this.#view.texts()
  }

  /** The active line; null when there is none, or it is not here yet. */
  get activeLine(): LineNumber | null {
    return this.#cursor.selection.activeLine
  }

  /** Called when another line is active, or none. Returns the unsubscribe. */
  onActive(listener: () => void): () => void {
    return this.#cursor.selection.onActive(listener)
  }

  /** The selected rows: places in a view, or lines where every line is a row. */
  selectedRows(): { from: number; to: number } | null {
    return this.#cursor.selection.range
  }

  /** The rows that are selected, at most {@link MAX_COPIED_LINES}; null when they cannot be read. */
  readSelection(): Promise<readonly Row[] | null> {
    return this.#cursor.readSelection(MAX_COPIED_LINES)
  }

  /** Asks for the whole of the active line, if there is one. */
  openActiveLine(): void {
    this.#actions.openActive()
  }

  focus(): void {
    this.#dom.grid.focus({ preventScroll: true })
  }

  /** Does what a key of the list does, for commands that have other keys. */
  press(key: ListKey): void {
    this.#actions.obey(key)
  }

  #listenToLinks(links: LogListOptions['links']): LinkPointer | null {
    if (links === undefined) return null
    const target = {
      drawnIn: (cell: Element) => this.#drawing.textIn(cell),
      hint: () => this.#look.current.labels.openLink(links.keyName),
    }
    return new LinkPointer(this.#dom.pane, links, target, this.#closed.signal)
  }

  /** Holds what is read while `change` makes the view or its rows taller or lower. */
  #resize(change?: () => void): void {
    const { position } = this.#view
    this.#cursor.resize(() => {
      change?.()
      const sizes = this.#layout.measure(this.#look.current)
      // A view that grows pulls the thumb along at the end: nobody scrolled.
      if (sizes.height !== position.geometry.height) this.#drawing.acceptThumb()
      return sizes
    })
  }

  /** The numbers mean other lines from here on: only the place of the view stays. */
  #forgetNumbers(): void {
    this.#drawing.forgetWidths()
    this.#cursor.forgetRows()
  }
}
