/**
 * Where the view stands in the log, as a value: `end` follows the newest line; `line` keeps that
 * line's top edge `offsetPx` above the top of the view, whatever is appended.
 */
export type Anchor =
  | { readonly kind: 'end' }
  | { readonly kind: 'line'; readonly line: number; readonly offsetPx: number }

/** The rows `[first, end)` of the log and the view on them, in CSS pixels. */
export interface Geometry {
  readonly first: number
  readonly end: number
  readonly rowHeight: number
  readonly height: number
}

/**
 * Height of the spacer behind the scroll bar at most, in CSS pixels. Chromium cuts an element at
 * 33 554 428 px, other engines earlier; 8 000 000 is far from all limits, and a thumb cannot be
 * placed more finely than a physical pixel anyway.
 */
export const MAX_SPACER_PX = 8_000_000

export const AT_END: Anchor = { kind: 'end' }

/** The top of the view when it shows the end of the log, in whole lines. */
export function maxTop(geometry: Geometry): number {
  return Math.max(geometry.first, topAbove(geometry.end, geometry))
}

/**
 * The top of the view when `end` is the first line that is not in it. A whole line, so that the
 * upper edge cuts no row; what is left of the height stays free below the last row.
 */
function topAbove(end: number, { rowHeight, height }: Geometry): number {
  return Math.ceil(end - height / rowHeight)
}

/** The line at the top of the view; its fraction is the part of the line that is above the view. */
export function topOf(anchor: Anchor, geometry: Geometry): number {
  const last = maxTop(geometry)
  if (anchor.kind === 'end') return last
  const top = anchor.line + anchor.offsetPx / geometry.rowHeight
  return Math.min(Math.max(top, geometry.first), last)
}

/** Holds the view where it is: the line that is at its top now stays there. */
export function hold(anchor: Anchor, geometry: Geometry): Anchor {
  return lineAnchor(topOf(anchor, geometry), geometry)
}

/** The view moved by `rows` (down is positive). Moving down onto the end follows it from then on. */
export function moveBy(anchor: Anchor, rows: number, geometry: Geometry): Anchor {
  return moveTo(topOf(anchor, geometry) + rows, rows > 0, geometry)
}

/** The view with `line` in it, moved as little as possible. */
export function reveal(anchor: Anchor, line: number, geometry: Geometry): Anchor {
  const top = topOf(anchor, geometry)
  const lowest = topAbove(line + 1, geometry)
  if (line < top) return moveTo(line, false, geometry)
  if (top < lowest) return moveTo(lowest, true, geometry)
  return anchor
}

/** The view with `line` in its middle: as much of what led to it as of what followed. */
export function jumpTo(line: number, geometry: Geometry): Anchor {
  const rowsAbove = (geometry.height / geometry.rowHeight - 1) / 2
  return moveTo(Math.ceil(line - rowsAbove), false, geometry)
}

/** The rows that are at least partly in the view. */
export function visibleRows(
  top: number,
  { end, rowHeight, height }: Geometry,
): { from: number; to: number } {
  const from = Math.floor(top)
  return { from, to: Math.max(from, Math.min(end, Math.ceil(top + height / rowHeight))) }
}

/** Height of the spacer: the true height while an element can be that tall. */
export function spacerHeight(geometry: Geometry): number {
  const { first, rowHeight, height } = geometry
  const whole = (maxTop(geometry) - first) * rowHeight + height
  return Math.max(height, Math.min(whole, MAX_SPACER_PX))
}

/** The place of the scroll bar's thumb for a view at `top`. */
export function scrollTopOf(top: number, geometry: Geometry): number {
  const rows = maxTop(geometry) - geometry.first
  if (rows <= 0) return 0
  return ((top - geometry.first) / rows) * (spacerHeight(geometry) - geometry.height)
}

/** The view for a thumb that was moved to `scrollTop`; at its lower end the view follows. */
export function anchorOfScroll(scrollTop: number, geometry: Geometry): Anchor {
  const range = spacerHeight(geometry) - geometry.height
  // Scroll offsets are rounded to physical pixels: half a pixel before the end is the end.
  if (range <= 0 || scrollTop >= range - 0.5) return AT_END
  const rows = maxTop(geometry) - geometry.first
  return moveTo(geometry.first + (Math.max(scrollTop, 0) / range) * rows, false, geometry)
}

function moveTo(top: number, mayFollow: boolean, geometry: Geometry): Anchor {
  const last = maxTop(geometry)
  // Half a pixel: fractions of a line do not add up exactly.
  if (mayFollow && (last - top) * geometry.rowHeight <= 0.5) return AT_END
  return lineAnchor(Math.min(Math.max(top, geometry.first), last), geometry)
}

function lineAnchor(top: number, { rowHeight }: Geometry): Anchor {
  const line = Math.floor(top)
  return { kind: 'line', line, offsetPx: (top - line) * rowHeight }
}
