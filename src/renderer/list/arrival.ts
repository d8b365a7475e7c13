import type { ListDom } from './list-dom.ts'
import { sidewaysPlace } from './sideways-place.ts'

/** Frames until which the text of a line is here and painted: later nobody expects it any more. */
const MAX_FRAMES = 60

/** What moves the rows sideways when a line is gone to. */
export type Arrival = (part: string | null) => void

/**
 * Shows the lines from their beginning, or moves them sideways until an element of the class `part` is
 * seen in the active one, in the frame in which it is drawn; until then who does something else goes first.
 */
export function createArrival({ grid, pane }: ListDom, closed: AbortSignal): Arrival {
  let journey = 0
  const give = () => {
    journey += 1
  }
  for (const deed of ['wheel', 'keydown', 'pointerdown']) {
    grid.addEventListener(deed, give, { signal: closed, passive: true })
  }

  function look(own: number, part: string, frames: number): void {
    if (own !== journey || closed.aborted) return
    const row = pane.querySelector<HTMLElement>('.log-row.is-active:not([hidden])')
    const painted = row?.querySelector(`.${part}`)
    if (row != null && painted != null && moveTo(grid, row, painted)) return
    if (frames > 1) requestAnimationFrame(() => look(own, part, frames - 1))
    else if (painted == null) grid.scrollLeft = 0
  }

  return (part) => {
    journey += 1
    const own = journey
    if (part === null) grid.scrollLeft = 0
    else requestAnimationFrame(() => look(own, part, MAX_FRAMES))
  }
}

/** False while the list does not know yet that the row is that wide. */
function moveTo(grid: HTMLElement, row: HTMLElement, painted: Element): boolean {
  const [whole, own] = [row.getBoundingClientRect(), painted.getBoundingClientRect()]
  const part = { from: own.left - whole.left, to: own.right - whole.left }
  const { scrollLeft: left, clientWidth: width } = grid
  const gutter = row.firstElementChild?.clientWidth ?? 0
  const place = sidewaysPlace(part, { left, width, gutter })
  if (place !== left) grid.scrollLeft = place
  // The end of the longest row may keep it from the middle.
  const isSeen = part.to <= grid.scrollLeft + width
  return isSeen || Math.abs(grid.scrollLeft - place) <= 1
}
