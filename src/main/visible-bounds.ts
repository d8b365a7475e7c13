/** A rectangle of the desktop in its own pixels. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** So much of a window must lie on a display, in pixels, that its title bar can be caught. */
const CATCHABLE_WIDTH_PX = 120
const CATCHABLE_HEIGHT_PX = 48

/** The saved place of a window, or null when no display shows enough of it any more. */
export function visibleBounds(saved: Bounds | null, workAreas: readonly Bounds[]): Bounds | null {
  if (saved === null) return null
  return workAreas.some((area) => shows(area, saved)) ? saved : null
}

function shows(area: Bounds, window: Bounds): boolean {
  const width = overlap(area.x, area.width, window.x, window.width)
  const top = window.y >= area.y - CATCHABLE_HEIGHT_PX
  const height = overlap(area.y, area.height, window.y, window.height)
  return top && width >= CATCHABLE_WIDTH_PX && height >= CATCHABLE_HEIGHT_PX
}

function overlap(from: number, length: number, otherFrom: number, otherLength: number): number {
  return Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom)
}
