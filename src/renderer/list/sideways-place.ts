/** Pixels that stay between what is shown and the edge of the view. */
const MARGIN_PX = 24

/** Where a part of a line is, in pixels from the beginning of its row. */
export interface PartOfRow {
  readonly from: number
  readonly to: number
}

/** What is seen of rows: from `left` on, of which the numbers cover `gutter`. */
export interface SidewaysView {
  readonly left: number
  readonly width: number
  readonly gutter: number
}

/**
 * How far rows are to be moved sideways, in pixels, so that the part is seen: not at all where it is seen
 * from the beginning of the lines, as far as they are where that will do, else with what stands before it.
 */
export function sidewaysPlace({ from, to }: PartOfRow, view: SidewaysView): number {
  const { left, width, gutter } = view
  if (to + MARGIN_PX <= width) return 0
  if (from - MARGIN_PX >= left + gutter && to + MARGIN_PX <= left + width) return left
  const room = width - gutter - (to - from)
  return Math.round(from - gutter - Math.max(MARGIN_PX, room / 2))
}
