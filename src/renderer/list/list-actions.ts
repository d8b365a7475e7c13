import { assertNever } from '../../shared/assert-never.ts'
import type { LineNumber } from '../../shared/line-number.ts'
import type { Row } from '../data/row-source.ts'
import { copyRows } from './copy-rows.ts'
import type { LinkPointer } from './link-pointer.ts'
import type { ListCursor } from './list-cursor.ts'
import type { ListDom } from './list-dom.ts'
import { hasTextSelection, type ListInputTarget } from './list-input.ts'
import type { LogListOptions } from './log-list-options.ts'
import type { RowPointerTarget } from './row-pointer.ts'
import type { RowsInView } from './rows-in-view.ts'

/** Pixels that an arrow key moves the text sideways: about five characters. */
const SIDEWAYS_PX = 40

/** What actions work on. */
export interface ListActionsParts {
  readonly dom: ListDom
  readonly view: RowsInView
  readonly cursor: ListCursor
  /** Null where addresses are text. */
  readonly links: Pick<LinkPointer, 'isOn' | 'click'> | null
  readonly options: LogListOptions
  /** The rows that are selected; null when they cannot be read. */
  readSelection(): Promise<readonly Row[] | null>
}

/** All that a user can do in a list, whatever he does it with. */
export interface ListActions extends ListInputTarget, RowPointerTarget {
  /** Asks for the whole of the active line, if there is one. */
  openActive(): void
}

export function createListActions(parts: ListActionsParts): ListActions {
  const { dom, view, cursor, links, options } = parts
  const { position } = view
  const { selection } = cursor

  function tell(row: number | undefined, listener: ((line: LineNumber) => void) | undefined): void {
    const line = row === undefined ? null : view.lineOf(row)
    if (line !== null) listener?.(line)
  }

  function copy(): void {
    if (options.onCopy === undefined || selection.current === null) {
      void parts.readSelection().then(copyRows)
    } else options.onCopy()
  }

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
    canChoose: options.onChooseLine !== undefined,
    lineAt: (y) => view.rowAt(y),
    isOnLink: (event) => links?.isOn(event) ?? false,
    openLink: (event) => links?.click(event) ?? false,
    select: (row, extend) => cursor.select(row, extend),
    scrollBy: (rows) => position.moveBy(rows),
    scrollSideways: (px) => dom.grid.scrollBy({ left: px }),
    pan(dx, dy) {
      position.moveBy(dy / position.geometry.rowHeight)
      if (dx !== 0) dom.grid.scrollBy({ left: dx })
    },
    obey(key) {
      switch (key.kind) {
        case 'line':
        case 'page':
        case 'edge':
          if (key.kind === 'edge' && key.edge === 'start') dom.grid.scrollLeft = 0
          cursor.walk(key)
          break
        case 'scroll':
          position.moveBy(key.by)
          break
        case 'sideways':
          dom.grid.scrollBy({ left: key.by * SIDEWAYS_PX })
          break
        case 'select-all':
          cursor.selectAll()
          break
        case 'copy':
          copy()
          break
        case 'clear':
          selection.set(null)
          break
        default:
          assertNever(key, 'key')
      }
    },
    chooseActive: () => tell(selection.current?.active, options.onChooseLine),
    choose: (row) => tell(row, options.onChooseLine),
    openActive: () => tell(selection.current?.active, options.onOpenLine),
    open: (row) => tell(row, options.onOpenLine),
    toggleEntry: (row) => tell(row, options.onToggleEntry),
    onTextSelection() {
      // Who marks text is reading it: it must not be carried off by the lines that come.
      if (!position.model.paused && hasTextSelection(dom.pane)) position.holdAtEnd()
    },
  }
}
