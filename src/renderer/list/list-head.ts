import type { ListDom } from './list-dom.ts'
import type { LogListLabels } from './list-model.ts'
import type { Column } from './painter.ts'

/** The row of heads above the lines; there is none without columns of its own to name. */
export interface ListHead {
  show(columns: readonly Column[], labels: LogListLabels): void
  /** In CSS pixels; 0 without columns. */
  readonly height: number
}

export function createListHead({ grid, spacer, pane }: ListDom): ListHead {
  const row = document.createElement('div')
  row.className = 'log-list-head'
  row.setAttribute('role', 'row')
  row.setAttribute('aria-rowindex', '1')

  return {
    show(columns, labels) {
      columns.forEach(({ columns: width }, at) => {
        grid.style.setProperty(`--log-field-${at}`, `${width}ch`)
      })
      if (columns.length === 0) {
        row.remove()
        pane.style.top = ''
        return
      }
      const heads = [
        head('log-list-head-number', 1, labels.number),
        ...columns.map(({ label }, at) => {
          const field = head('log-list-head-field', at + 2, label)
          field.style.width = `var(--log-field-${at})`
          return field
        }),
        head('log-list-head-text', columns.length + 2, labels.text),
      ]
      row.replaceChildren(...heads)
      if (!row.isConnected) spacer.before(row)
      pane.style.top = `${row.offsetHeight}px`
    },
    get height() {
      return row.isConnected ? row.offsetHeight : 0
    },
  }
}

function head(className: string, column: number, words: string): HTMLElement {
  const cell = document.createElement('div')
  cell.className = className
  cell.setAttribute('role', 'columnheader')
  cell.setAttribute('aria-colindex', String(column))
  cell.textContent = words
  return cell
}
