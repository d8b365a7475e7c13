import type { Level } from '../../shared/level.ts'
import { drawnSymbols, symbolNames } from './drawn-symbols.ts'
import type { RowBadge, RowContent, RowCut } from './row-content.ts'
import type { SgrStyle } from './sgr-style.ts'
import type { Span } from './span.ts'
import { styleLine } from './style-line.ts'
import { isTextSelected } from './text-selection.ts'

/** What stands in the cell for the text of a row: the line in its colours, and the labels behind it. */
export interface RowText {
  /** Of the line that is shown. */
  readonly level: Level
  /** Answers whether anything was written. */
  write(content: Pick<RowContent, 'text' | 'painter' | 'cut' | 'badge'>): boolean
}

/** Writes to `cell` only what differs from what it shows. */
export function createRowText(cell: HTMLElement): RowText {
  let shown: string | null = null
  let shownCut: string | null = null
  let shownPaint: string | null = null
  let shownBadge: string | null = null
  let level: Level = 'none'

  return {
    get level() {
      return level
    },
    write(content) {
      const next = content.text
      const cut = content.cut === null ? null : (content.cut.action ?? content.cut.label)
      const paint = content.painter?.key ?? null
      const badge = content.badge?.action ?? null
      const isSame = next === shown && cut === shownCut && paint === shownPaint
      if (isSame && badge === shownBadge) return false
      // Painted anew it is as wide as it was, and what was selected in it is still there to be selected.
      if (next !== shown) forgetSelectionIn(cell)
      shown = next
      shownCut = cut
      shownPaint = paint
      shownBadge = badge
      const styled = next === null ? null : styleLine(next, content.painter)
      level = styled?.level ?? 'none'
      writeSpans(cell, styled?.spans ?? [], content)
      return true
    },
  }
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
  const className = classes.filter((name) => name !== null).join(' ')
  const span = kind === 'symbol' ? symbolNode(className, text) : element(className, text)
  if (style !== null) applyStyle(span, style)
  return span
}

/** Draws symbols readably over their text, which stays for the clipboard and takes no room. */
function symbolNode(className: string, symbols: string): HTMLElement {
  const node = element(className, '')
  node.append(element('log-row-symbol-text', symbols))
  node.dataset.drawn = drawnSymbols(symbols)
  node.title = symbolNames(symbols)
  return node
}

function applyStyle(span: HTMLElement, { classes, color, background }: SgrStyle): void {
  span.classList.add(...classes)
  // Through the object model: a strict Content-Security-Policy forbids style attributes in markup.
  if (color !== null) {
    span.classList.add('sgr-color')
    span.style.setProperty('--sgr-color', color)
  }
  if (background !== null) {
    span.classList.add('sgr-background')
    span.style.setProperty('--sgr-background', background)
  }
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
