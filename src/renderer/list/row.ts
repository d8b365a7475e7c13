import type { Level } from '../../shared/level.ts'
import type { RowNote } from './painter.ts'
import type { RowContent } from './row-content.ts'
import { createRowText } from './row-text.ts'

/** One reused row of the list: it writes to the DOM only what differs from what it shows. */
export interface Row {
  readonly element: HTMLElement
  readonly text: HTMLElement
  /** Null before anything was shown, and while it is hidden. */
  readonly shown: RowContent | null
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
  const words = createRowText(text)
  element.append(number, text)

  const fields: HTMLElement[] = []
  let shown: RowContent | null = null
  let shownNote: RowNote | null = null
  let shownIndex: string | null = null
  let shownY = Number.NaN
  let shownHeight: number | null = null

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
      const value = next[at] ?? ''
      if (field.textContent !== value) field.textContent = value
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
    get shown() {
      return shown
    },
    show(content, y, height) {
      shown = content
      const isOther = writeFields(content.fields)
      const changed = words.write(content) || isOther
      const shownNumber = content.number === null ? '' : String(content.number + 1)
      if (digits.data !== shownNumber) digits.data = shownNumber
      writeIndex(content)
      writeNote(content.note)
      if (content.mark !== null || !divider.hidden) writeMark(content.mark)
      const classes = classesOf(content, words.level)
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
      shown = null
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

function classesOf(content: RowContent, level: Level): string {
  let classes = `log-row level-${level}`
  if (content.text === null) classes += ' is-loading'
  if (content.partial) classes += ' is-partial'
  if (content.selected) classes += ' is-selected'
  if (content.active) classes += ' is-active'
  if (content.found) classes += ' is-found'
  return classes
}
