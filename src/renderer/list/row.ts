import type { Painter, RowNote } from './painter.ts'
import type { SgrStyle } from './sgr-style.ts'
import type { Span } from './span.ts'
import { styleLine } from './style-line.ts'
import { isTextSelected } from './text-selection.ts'

/** A divider at a row: `loss` when lines are missing there. */
export interface RowMark {
  readonly label: string
  readonly edge: 'top' | 'bottom'
  readonly loss: boolean
}

/** Stands after a text that is only the beginning of its line. */
export interface RowCut {
  readonly label: string
  /** What pressing it does; null where it does nothing. */
  readonly action: string | null
}

/** Stands after the first line of an entry that folds. */
export interface RowBadge {
  readonly label: string
  /** What pressing it does. */
  readonly action: string
  /** Whether the other lines of the entry are shown. */
  readonly open: boolean
}

/** What one row shows. */
export interface RowContent {
  /** Its place among the rows; null while that is not known. */
  readonly row: number | null
  /** The line's number, counted from 0; null while the index does not know it. */
  readonly number: number | null
  /** Null while it is on its way. */
  readonly text: string | null
  readonly cut: RowCut | null
  /** The unfinished last line. */
  readonly partial: boolean
  readonly active: boolean
  readonly selected: boolean
  /** Was gone to just now: marked until the eye has found it. */
  readonly found: boolean
  /** What happened above this line, or below it when it is the last one. */
  readonly mark: RowMark | null
  /** The sign beside its number. */
  readonly note: RowNote | null
  readonly badge: RowBadge | null
  readonly painter: Painter | null
  /** What stands in the columns between number and text. */
  readonly fields: readonly string[]
}

/** One reused row of the list: it writes to the DOM only what differs from what it shows. */
export interface Row {
  readonly element: HTMLElement
  readonly text: HTMLElement
  /** Answers whether its width may have changed. */
  show(content: RowContent, y: number, height: number | null): boolean
  hide(): void
}

export function createRow(id: string): Row {
  const element = document.createElement('div')
  element.id = id
  element.setAttribute('role', 'row')
  element.hidden = true
  const number = cell('log-row-number', 1)
  const digits = document.createTextNode('')
  const divider = document.createElement('div')
  divider.className = 'log-row-mark'
  divider.hidden = true
  const dividerLabel = document.createElement('span')
  divider.append(dividerLabel)
  const sign = document.createElement('span')
  sign.hidden = true
  number.append(sign, digits, divider)
  const text = cell('log-row-text', 2)
  element.append(number, text)

  const fields: HTMLElement[] = []
  let shown: string | null = null
  let shownCut: string | null = null
  let shownPaint: string | null = null
  let shownBadge: string | null = null
  let shownNote: RowNote | null = null
  let shownIndex: string | null = null
  let level = 'none'
  let shownY = Number.NaN
  let shownHeight: number | null = null

  function writeText(content: RowContent): boolean {
    const next = content.text
    const cut = content.cut === null ? null : (content.cut.action ?? content.cut.label)
    const paint = content.painter?.key ?? null
    const badge = content.badge?.action ?? null
    const isSame = next === shown && cut === shownCut && paint === shownPaint
    if (isSame && badge === shownBadge) return false
    // Painted anew it is as wide as it was, and what was selected in it is still there to be selected.
    if (next !== shown) forgetSelectionIn(text)
    shown = next
    shownCut = cut
    shownPaint = paint
    shownBadge = badge
    const styled = next === null ? null : styleLine(next, content.painter)
    level = styled?.level ?? 'none'
    writeSpans(text, styled?.spans ?? [], content)
    return true
  }

  function writeFields(next: readonly string[]): boolean {
    const isOther = next.length !== fields.length
    while (fields.length > next.length) fields.pop()?.remove()
    while (fields.length < next.length) {
      const field = cell('log-row-field', fields.length + 2)
      field.style.width = `var(--log-field-${fields.length})`
      fields.push(field)
      text.before(field)
    }
    if (isOther) text.setAttribute('aria-colindex', String(next.length + 2))
    for (const [at, field] of fields.entries()) {
      const words = next[at] ?? ''
      if (field.textContent !== words) field.textContent = words
    }
    return isOther
  }

  function writeNote(note: RowNote | null): void {
    const isSame = note?.className === shownNote?.className && note?.label === shownNote?.label
    if (isSame) return
    shownNote = note
    sign.hidden = note === null
    if (note === null) return
    sign.className = `log-row-note ${note.className}`
    sign.title = note.label
    sign.setAttribute('role', 'img')
    sign.setAttribute('aria-label', note.label)
  }

  function writeMark(mark: RowContent['mark']): void {
    divider.hidden = mark === null
    if (mark === null) return
    divider.className = `log-row-mark at-${mark.edge}${mark.loss ? ' is-loss' : ''}`
    if (dividerLabel.textContent !== mark.label) dividerLabel.textContent = mark.label
  }

  /** Counted from 1; the heads of the columns are a row too. */
  function writeIndex({ row, fields }: RowContent): void {
    const index = row === null ? null : String(row + (fields.length > 0 ? 2 : 1))
    if (index === shownIndex) return
    shownIndex = index
    if (index === null) element.removeAttribute('aria-rowindex')
    else element.setAttribute('aria-rowindex', index)
  }

  return {
    element,
    text,
    show(content, y, height) {
      const isOther = writeFields(content.fields)
      const changed = writeText(content) || isOther
      const shownNumber = content.number === null ? '' : String(content.number + 1)
      if (digits.data !== shownNumber) digits.data = shownNumber
      writeIndex(content)
      writeNote(content.note)
      if (content.mark !== null || !divider.hidden) writeMark(content.mark)
      const classes = classesOf(content, level)
      if (element.className !== classes) {
        element.className = classes
        element.setAttribute('aria-selected', String(content.selected))
      }
      if (y !== shownY) {
        shownY = y
        element.style.transform = `translateY(${y}px)`
      }
      if (height !== shownHeight) {
        shownHeight = height
        element.style.height = height === null ? '' : `${height}px`
      }
      if (element.hidden) element.hidden = false
      return changed
    },
    hide() {
      if (!element.hidden) element.hidden = true
    },
  }
}

function cell(className: string, column: number): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  element.setAttribute('role', 'gridcell')
  element.setAttribute('aria-colindex', String(column))
  return element
}

function classesOf(content: RowContent, level: string): string {
  let classes = `log-row level-${level}`
  if (content.text === null) classes += ' is-loading'
  if (content.partial) classes += ' is-partial'
  if (content.selected) classes += ' is-selected'
  if (content.active) classes += ' is-active'
  if (content.found) classes += ' is-found'
  return classes
}

function writeSpans(
  text: HTMLElement,
  spans: readonly Span[],
  { cut, badge }: Pick<RowContent, 'cut' | 'badge'>,
): void {
  const only = spans.length === 1 && cut === null && badge === null ? spans[0] : undefined
  const first = text.firstChild
  if (only !== undefined && isPlain(only) && first instanceof Text) {
    // The way of most lines: one text node that changes its data.
    while (text.lastChild !== first) text.lastChild?.remove()
    first.data = only.text
    return
  }
  const nodes: Node[] = spans.map(nodeOf)
  if (badge !== null) nodes.push(badgeNode(badge))
  if (cut !== null) nodes.push(cutNode(cut))
  text.replaceChildren(...nodes)
}

/**
 * A button for the pointer. Not focusable: the row around it is reused for other lines, and the
 * focus would go with it; by keyboard the active line is opened.
 */
function cutNode({ label, action }: RowCut): HTMLElement {
  const node = element('log-row-cut', '')
  node.append(element('log-row-cut-label', label))
  if (action !== null) {
    node.setAttribute('role', 'button')
    node.setAttribute('aria-label', action)
    node.title = action
  }
  return node
}

/** A button for the pointer, as that of a cut line; by keyboard the entry of the active line is folded. */
function badgeNode({ label, action, open }: RowBadge): HTMLElement {
  const node = element(`log-row-entry${open ? ' is-open' : ''}`, label)
  node.setAttribute('role', 'button')
  node.setAttribute('aria-label', action)
  node.setAttribute('aria-expanded', String(open))
  node.title = action
  return node
}

function isPlain({ kind, style, paint }: Span): boolean {
  return kind === 'text' && style === null && paint === null
}

function nodeOf(own: Span): Node {
  const { kind, text, style, paint } = own
  if (isPlain(own)) return document.createTextNode(text)
  const classes = [kind === 'text' ? null : `log-row-${kind}`, paint]
  const span = element(classes.filter((name) => name !== null).join(' '), text)
  if (style !== null) applyStyle(span, style)
  return span
}

function applyStyle(span: HTMLElement, { classes, color, background }: SgrStyle): void {
  span.classList.add(...classes)
  // Through the object model: a strict Content-Security-Policy forbids style attributes in markup.
  if (color !== null) span.style.color = color
  if (background !== null) span.style.backgroundColor = background
}

function element(className: string, text: string): HTMLElement {
  const span = document.createElement('span')
  span.className = className
  span.textContent = text
  return span
}

/** A selection in a row that shows another line from now on would mark what nobody selected. */
function forgetSelectionIn(text: HTMLElement): void {
  if (!isTextSelected()) return
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed) return
  if (text.contains(selection.anchorNode) || text.contains(selection.focusNode)) {
    selection.removeAllRanges()
  }
}
