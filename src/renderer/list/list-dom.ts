/** The elements that hold the rows of a list. */
export interface ListDom {
  /** Carries the focus ring above everything that scrolls. */
  readonly frame: HTMLElement
  /** Scrolls, has the focus and is the grid of the accessibility tree. */
  readonly grid: HTMLElement
  /** Gives the scroll bars their range. */
  readonly spacer: HTMLElement
  /** Sticks to the view and holds the rows. */
  readonly pane: HTMLElement
  /** The marks beside the scroll bar. */
  readonly ticks: HTMLElement
  /** As tall as a row and as wide as the numbers, as the style sheet, the zoom and the fonts make them. */
  readonly probe: HTMLElement
}

export function createListDom(): ListDom {
  const frame = box('log-list-frame')
  const grid = box('log-list')
  const spacer = box('log-list-spacer')
  const pane = box('log-list-pane')
  const ticks = box('log-list-ticks')
  const probe = box('log-list-probe')
  grid.setAttribute('role', 'grid')
  grid.setAttribute('aria-multiselectable', 'true')
  grid.setAttribute('aria-colcount', '2')
  // Lines that come are not announced one by one: the page says them in a summary.
  grid.setAttribute('aria-live', 'off')
  grid.tabIndex = 0
  spacer.setAttribute('role', 'presentation')
  pane.setAttribute('role', 'rowgroup')
  probe.setAttribute('aria-hidden', 'true')
  spacer.append(pane)
  grid.append(probe, spacer)
  ticks.setAttribute('aria-hidden', 'true')
  frame.append(grid, ticks)
  return { frame, grid, spacer, pane, ticks, probe }
}

function box(className: string): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  return element
}
