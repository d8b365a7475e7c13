/** The heights between which a separator moves, in CSS pixels. */
export interface PaneHeights {
  readonly height: number
  readonly min: number
  readonly max: number
  /** Where Enter puts it back to. */
  readonly usual: number
}

/** A row. */
const SMALL_STEP = 20

const LARGE_STEP = 100

/** The height that a key on the upper edge of a pane asks for; null when the key is for somebody else. */
export function separatorKey(key: string, { height, min, max, usual }: PaneHeights): number | null {
  const wanted = wantedHeight(key, { height, min, max, usual })
  return wanted === null ? null : Math.min(Math.max(wanted, min), max)
}

function wantedHeight(key: string, { height, min, max, usual }: PaneHeights): number | null {
  switch (key) {
    case 'ArrowUp':
      return height + SMALL_STEP
    case 'ArrowDown':
      return height - SMALL_STEP
    case 'PageUp':
      return height + LARGE_STEP
    case 'PageDown':
      return height - LARGE_STEP
    case 'Home':
      return min
    case 'End':
      return max
    case 'Enter':
      return usual
    default:
      return null
  }
}
