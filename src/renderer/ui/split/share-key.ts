/** Of the whole, what the first list has at least and at most. */
export const MIN_SHARE = 0.2
export const MAX_SHARE = 0.8

/** What a press of an arrow key moves the line between two lists by. */
const STEP = 0.05

/** The share of the first list after a key press on the line between two; null when it means nothing. */
export function shareKey(key: string, share: number, side: 'beside' | 'below'): number | null {
  const [less, more] = side === 'beside' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
  switch (key) {
    case less:
      return boundedShare(share - STEP)
    case more:
      return boundedShare(share + STEP)
    case 'Home':
      return MIN_SHARE
    case 'End':
      return MAX_SHARE
    default:
      return null
  }
}

/** A share that leaves room for both lists, in whole percent. */
export function boundedShare(share: number): number {
  return Math.round(Math.min(Math.max(share, MIN_SHARE), MAX_SHARE) * 100) / 100
}
