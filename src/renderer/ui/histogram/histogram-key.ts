/** What a key means while the histogram has the focus. */
export type HistogramKey =
  | { readonly kind: 'move'; readonly by: number; readonly extend: boolean }
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end'; readonly extend: boolean }
  | { readonly kind: 'go' }
  | { readonly kind: 'zoom'; readonly direction: 'in' | 'out' }
  | { readonly kind: 'reset' }

/** Parts that Page Up and Page Down move by. */
const PAGE = 10

const MOVES: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: PAGE,
  PageUp: -PAGE,
}

/** Null for keys that mean nothing here. */
export function histogramKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): HistogramKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const extend = event.shiftKey
  const by = Object.hasOwn(MOVES, event.key) ? MOVES[event.key] : undefined
  if (by !== undefined) return { kind: 'move', by, extend }
  switch (event.key) {
    case 'Home':
      return { kind: 'edge', edge: 'start', extend }
    case 'End':
      return { kind: 'edge', edge: 'end', extend }
    case 'Enter':
    case ' ':
      return { kind: 'go' }
    case '+':
    case '=':
      return { kind: 'zoom', direction: 'in' }
    case '-':
      return { kind: 'zoom', direction: 'out' }
    case 'Escape':
      return { kind: 'reset' }
    default:
      return null
  }
}
