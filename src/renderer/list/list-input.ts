import type { ListDom } from './list-dom.ts'
import { type ListKey, listKey } from './list-key.ts'

/** What the user does to a list by wheel, keys and clicks. */
export interface ListInputTarget {
  readonly rowHeight: number
  readonly height: number
  /** Whether Enter chooses the active row; else it is the page's. */
  readonly canChoose: boolean
  readonly hasSelection: boolean
  scrollBy(rows: number): void
  scrollSideways(px: number): void
  obey(key: ListKey): void
  chooseActive(): void
  /** The row at `y` pixels below the top of the view; null where there is none. */
  lineAt(y: number): number | null
  choose(row: number): void
  /** Opens the address that was pressed by this click; answers whether there is one. */
  openLink(event: MouseEvent): boolean
  open(row: number): void
  toggleEntry(row: number): void
  /** Text of the lines was marked, or is not any more. */
  onTextSelection(): void
}

/** Listens to everything but presses on rows until `signal` is aborted. */
export function listenToInput(
  { grid, pane }: ListDom,
  target: ListInputTarget,
  signal: AbortSignal,
): void {
  grid.addEventListener('wheel', (event) => turnWheel(event, target), { signal, passive: false })
  grid.addEventListener('keydown', (event) => pressKey(event, pane, target), { signal })
  pane.addEventListener('click', (event) => click(event, pane, target), { signal })
  document.addEventListener('selectionchange', () => target.onTextSelection(), { signal })
}

/** Whether text is marked within the rows. */
export function hasTextSelection(pane: HTMLElement): boolean {
  const selection = document.getSelection()
  return selection?.isCollapsed === false && pane.contains(selection.anchorNode)
}

function turnWheel(event: WheelEvent, target: ListInputTarget): void {
  // With Control it is the page's zoom.
  if (event.ctrlKey) return
  event.preventDefault()
  const unit = [1, target.rowHeight, target.height][event.deltaMode] ?? 1
  target.scrollBy((event.deltaY * unit) / target.rowHeight)
  if (event.deltaX !== 0) target.scrollSideways(event.deltaX * unit)
}

function pressKey(event: KeyboardEvent, pane: HTMLElement, target: ListInputTarget): void {
  if (event.key === 'Enter' && target.canChoose) {
    event.preventDefault()
    target.chooseActive()
    return
  }
  const key = listKey(event)
  if (key === null || (key.kind === 'copy' && hasTextSelection(pane))) return
  if (key.kind === 'clear' && !target.hasSelection) return
  event.preventDefault()
  target.obey(key)
}

function click(event: MouseEvent, pane: HTMLElement, target: ListInputTarget): void {
  if (!(event.target instanceof Element) || target.openLink(event)) return
  const row = target.lineAt(event.clientY - pane.getBoundingClientRect().top)
  if (row === null) return
  if (event.target.closest('.log-row-cut') !== null) target.open(row)
  else if (event.target.closest('.log-row-entry') !== null) target.toggleEntry(row)
  else if (!event.shiftKey && !hasTextSelection(pane)) target.choose(row)
}
