import type { ListDom } from './list-dom.ts'
import { drawnText } from './style-line.ts'

/** Characters that are one column wide in the list's face, whatever faces stand in for others. */
const ONE_COLUMN_EACH = /^[\x20-\x7e]*$/

/** Texts of other characters whose heights are remembered: some screens of them. */
const MAX_KNOWN = 2000

/** Columns that are left to a text in the narrowest view. */
const LEAST_COLUMNS = 10

/** Tells how tall texts are that are wrapped in the rows of a list. */
export interface WrapRuler {
  /** Watched for changes of its size: another face or size of the text. */
  readonly element: HTMLElement
  /** Width of a character, in CSS pixels. */
  readonly columnPx: number
  /** Asks the layout how wide rows are; `fields` are the columns between the number and the text. */
  measure(width: number, fields: number): void
  /** Height of a text with `more` columns behind it, in row heights. */
  rowsOf(text: string, more: number): number
}

/**
 * Lines are cut anywhere, as in a terminal: so the height of nearly every text is a division. Texts with
 * characters of other faces or widths are laid out once where nobody sees them.
 */
export function createWrapRuler({ grid, probe }: ListDom): WrapRuler {
  const hundred = document.createElement('div')
  hundred.className = 'log-list-hundred'
  const text = document.createElement('div')
  text.className = 'log-row-text'
  probe.append(hundred, text)
  const known = new Map<string, number>()
  let columns = 0
  let columnPx = 0

  function laidOut(words: string): number {
    text.textContent = words
    const rows = Math.max(1, Math.round(text.offsetHeight / probe.offsetHeight))
    text.textContent = ''
    return rows
  }

  return {
    element: hundred,
    get columnPx() {
      return columnPx
    },
    measure(width, fields) {
      const nextPx = hundred.getBoundingClientRect().width / 100
      const gutter = probe.getBoundingClientRect().width
      const { paddingLeft, paddingRight } = getComputedStyle(text)
      const padding = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight)
      const room = width - gutter - padding - fields * nextPx
      // Half a column is left over, see log-row.css.
      const fitting = Math.floor(room / nextPx - 0.5)
      const next = nextPx > 0 ? Math.max(LEAST_COLUMNS, fitting) : 0
      if (next === columns && nextPx === columnPx) return
      columns = next
      columnPx = nextPx
      known.clear()
      grid.style.setProperty('--log-columns', String(columns))
    },
    rowsOf(words, more) {
      if (columns === 0) return 1
      const plain = drawnText(words)
      const tail = Math.min(more, columns)
      if (ONE_COLUMN_EACH.test(plain))
        return Math.max(1, Math.ceil((plain.length + tail) / columns))
      const key = `${tail} ${plain}`
      const before = known.get(key)
      if (before !== undefined) return before
      if (known.size >= MAX_KNOWN) known.clear()
      const rows = laidOut(plain + '0'.repeat(tail))
      known.set(key, rows)
      return rows
    },
  }
}
