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
  /** Of a row that is not wrapped. */
  readonly rowHeight: number
  readonly height: number
  /** The height of a row in such heights, a whole number; left out where no row is wrapped. */
  readonly heightOf?: (row: number) => number
}

/**
 * Height of the spacer behind the scroll bar at most, in CSS pixels. Chromium cuts an element at
 * 33 554 428 px, other engines earlier; 8 000 000 is far from all limits, and a thumb cannot be
 * placed more finely than a physical pixel anyway.
 */
export const MAX_SPACER_PX = 8_000_000

export const AT_END: Anchor = { kind: 'end' }

/** The top of the view when it shows the end of the log, in rows. */
export function maxTop(geometry: Geometry): number {
  return Math.max(geometry.first, topAbove(geometry.end, geometry))
}

/**
 * The top of the view when `end` is the first row that is not in it. A whole row height, so that the
 * upper edge cuts through no text; what is left of the height stays free below the last row.
 */
function topAbove(end: number, geometry: Geometry): number {
  return advance(end, -Math.floor(heightInRows(geometry)), geometry)
}

/** The row at the top of the view; its fraction is the part of the row that is above the view. */
export function topOf(anchor: Anchor, geometry: Geometry): number {
  const last = maxTop(geometry)
  if (anchor.kind === 'end') return last
  const { line, offsetPx } = anchor
  // A row that is not as tall any more as when the view came there is left at its end.
  const above = Math.min(offsetPx / geometry.rowHeight, heightOf(line, geometry))
  const top = advance(line, above, geometry)
  return Math.min(Math.max(top, geometry.first), last)
}

/** Holds the view where it is: the row that is at its top now stays there. */
export function hold(anchor: Anchor, geometry: Geometry): Anchor {
  return lineAnchor(topOf(anchor, geometry), geometry)
}

/** The view moved by `rows` heights of a row (down is positive). Moving down onto the end follows it. */
export function moveBy(anchor: Anchor, rows: number, geometry: Geometry): Anchor {
  return moveTo(advance(topOf(anchor, geometry), rows, geometry), rows > 0, geometry)
}

/** The view with the upper edge of `row` `y` pixels below its top, as near as the rows allow. */
export function placeAt(row: number, y: number, geometry: Geometry): Anchor {
  return moveTo(advance(row, -y / geometry.rowHeight, geometry), false, geometry)
}

/** The view with `line` in it, moved as little as possible; of a row taller than the view its beginning. */
export function reveal(anchor: Anchor, line: number, geometry: Geometry): Anchor {
  const top = topOf(anchor, geometry)
  const lowest = topAbove(line + 1, geometry)
  if (lowest > line) return top >= line && top <= lowest ? anchor : moveTo(line, false, geometry)
  if (line < top) return moveTo(line, false, geometry)
  if (top < lowest) return moveTo(lowest, true, geometry)
  return anchor
}

/** The view with `line` in its middle: as much of what led to it as of what followed. */
export function jumpTo(line: number, geometry: Geometry): Anchor {
  const above = Math.floor((heightInRows(geometry) - heightOf(line, geometry)) / 2)
  return moveTo(advance(line, -Math.max(above, 0), geometry), false, geometry)
}

/** The place `rows` heights of a row below `top` (negative: above it), at most one row outside the rows. */
export function advance(top: number, rows: number, geometry: Geometry): number {
  if (geometry.heightOf === undefined) return top + rows
  let row = Math.floor(top)
  let above = (top - row) * heightOf(row, geometry) + rows
  while (above < 0 && row >= geometry.first) {
    row -= 1
    above += heightOf(row, geometry)
  }
  while (above >= heightOf(row, geometry) && row < geometry.end) {
    above -= heightOf(row, geometry)
    row += 1
  }
  return row + above / heightOf(row, geometry)
}

/** The rows that are at least partly in the view. */
export function visibleRows(top: number, geometry: Geometry): { from: number; to: number } {
  const from = Math.floor(top)
  const to = Math.ceil(advance(top, heightInRows(geometry), geometry))
  return { from, to: Math.max(from, Math.min(geometry.end, to)) }
}

/** The last row that is in the view with all of its height. */
export function lastWholeRow(top: number, geometry: Geometry): number {
  return Math.floor(advance(top, heightInRows(geometry), geometry)) - 1
}

/**
 * The upper edges of the visible rows and the lower one of the last, in CSS pixels below the top of the
 * view.
 */
export function rowEdges(top: number, geometry: Geometry): readonly number[] {
  const { from, to } = visibleRows(top, geometry)
  let above = -(top - from) * heightOf(from, geometry)
  const edges = [above * geometry.rowHeight]
  for (let row = from; row < to; row += 1) {
    above += heightOf(row, geometry)
    edges.push(above * geometry.rowHeight)
  }
  return edges
}

/** Height of the spacer: the true height while no row is wrapped and an element can be that tall. */
export function spacerHeight(geometry: Geometry): number {
  const { first, rowHeight, height } = geometry
  const above = maxTop(geometry) - first
  // How tall rows are that are not here nobody knows; a log that goes beyond the view has a scroll bar.
  const least = geometry.heightOf !== undefined && above > 0 ? height : 0
  return Math.max(height, Math.min(Math.max(above * rowHeight, least) + height, MAX_SPACER_PX))
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
  // Half a pixel: fractions of a row do not add up exactly.
  if (mayFollow && advance(top, 0.5 / geometry.rowHeight, geometry) >= last) return AT_END
  return lineAnchor(Math.min(Math.max(top, geometry.first), last), geometry)
}

function lineAnchor(top: number, geometry: Geometry): Anchor {
  const line = Math.floor(top)
  const offsetPx = (top - line) * heightOf(line, geometry) * geometry.rowHeight
  return { kind: 'line', line, offsetPx }
}

function heightInRows({ height, rowHeight }: Geometry): number {
  return height / rowHeight
}

function heightOf(row: number, { heightOf, first, end }: Geometry): number {
  return heightOf === undefined || row < first || row >= end ? 1 : heightOf(row)
}
