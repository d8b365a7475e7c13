import { type LineSelection, selectLine } from './line-selection.ts'
import type { ListKey } from './list-key.ts'
import {
  type Anchor,
  AT_END,
  advance,
  type Geometry,
  hold,
  lastWholeRow,
  maxTop,
  moveBy,
  reveal,
  topOf,
} from './viewport.ts'

/** A key that goes somewhere in the log. */
export type WalkKey = Extract<ListKey, { kind: 'line' | 'page' | 'edge' }>

/** Where the reader is: the view and the selected lines. */
export interface Place {
  readonly anchor: Anchor
  readonly selection: LineSelection | null
}

/** Where `key` takes the reader. `end` is the end of the lines that can be active. */
export function walk(key: WalkKey, place: Place, geometry: Geometry, end: number): Place {
  switch (key.kind) {
    case 'line':
      return walkLine(key.by, key.extend, place, geometry, end)
    case 'page':
      return walkPage(key.by, key.extend, place, geometry, end)
    case 'edge': {
      const start = key.edge === 'start'
      const line = start ? geometry.first : end - 1
      const anchor: Anchor = start ? { kind: 'line', line, offsetPx: 0 } : AT_END
      return { anchor, selection: carry(place.selection, line, key.extend) }
    }
  }
}

function walkLine(
  by: -1 | 1,
  extend: boolean,
  { anchor, selection }: Place,
  geometry: Geometry,
  end: number,
): Place {
  const top = topOf(anchor, geometry)
  const lastWhole = lastWholeRow(top, geometry)
  const active = selection?.active ?? -1
  const inSight = active >= Math.floor(top) && active <= lastWhole + 1
  // A line far off the screen is not where the reader is: the walk begins at the edge in sight.
  const start = by > 0 ? Math.ceil(top) : lastWhole
  const line = clamp(inSight ? active + by : start, geometry.first, end - 1)
  const next = selectLine(selection, line, extend)
  if (fits(geometry)) return { anchor, selection: next }
  if (by > 0 && line === end - 1) return { anchor: AT_END, selection: next }
  // Going up is reading: the lines that come must not carry off what is read.
  const held = by < 0 ? hold(anchor, geometry) : anchor
  return { anchor: reveal(held, line, geometry), selection: next }
}

function walkPage(
  by: -1 | 1,
  extend: boolean,
  { anchor, selection }: Place,
  geometry: Geometry,
  end: number,
): Place {
  const rows = by * Math.max(1, Math.floor(geometry.height / geometry.rowHeight) - 1)
  const moved = fits(geometry) ? anchor : moveBy(anchor, rows, geometry)
  if (selection === null) return { anchor: moved, selection }
  const { active } = selection
  const away = Math.floor(advance(active, rows, geometry))
  // A row taller than the view is a page by itself.
  const line = clamp(away === active ? active + by : away, geometry.first, end - 1)
  return { anchor: reveal(moved, line, geometry), selection: carry(selection, line, extend) }
}

/** Keys that scroll take the active line along, but make none. */
function carry(
  selection: LineSelection | null,
  line: number,
  extend: boolean,
): LineSelection | null {
  return selection === null && !extend ? null : selectLine(selection, line, extend)
}

function fits(geometry: Geometry): boolean {
  return maxTop(geometry) === geometry.first
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}
