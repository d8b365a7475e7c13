/** What a key asks of the list. */
export type ListKey =
  /** Moves the active line. */
  | { readonly kind: 'line'; readonly by: -1 | 1; readonly extend: boolean }
  | { readonly kind: 'page'; readonly by: -1 | 1; readonly extend: boolean }
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end'; readonly extend: boolean }
  /** Moves the view and leaves the active line. */
  | { readonly kind: 'scroll'; readonly by: -1 | 1 }
  | { readonly kind: 'sideways'; readonly by: -1 | 1 }
  | { readonly kind: 'select-all' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'clear' }

/** The part of a KeyboardEvent that decides. */
export interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** What `press` asks of the list; null when it is for somebody else. */
export function listKey(press: KeyPress): ListKey | null {
  if (press.altKey) return null
  const extend = press.shiftKey
  const command = press.ctrlKey || press.metaKey
  switch (press.key) {
    case 'ArrowUp':
    case 'ArrowDown': {
      const down = press.key === 'ArrowDown'
      // macOS: Command with an arrow goes to the edge, as Home and End are missing on its keyboards.
      if (press.metaKey) return { kind: 'edge', edge: down ? 'end' : 'start', extend }
      if (press.ctrlKey) return { kind: 'scroll', by: down ? 1 : -1 }
      return { kind: 'line', by: down ? 1 : -1, extend }
    }
    case 'PageUp':
      return command ? null : { kind: 'page', by: -1, extend }
    case 'PageDown':
      return command ? null : { kind: 'page', by: 1, extend }
    case 'Home':
      return { kind: 'edge', edge: 'start', extend }
    case 'End':
      return { kind: 'edge', edge: 'end', extend }
    case 'ArrowLeft':
      return command || extend ? null : { kind: 'sideways', by: -1 }
    case 'ArrowRight':
      return command || extend ? null : { kind: 'sideways', by: 1 }
    case 'a':
    case 'A':
      return command && !extend ? { kind: 'select-all' } : null
    case 'c':
    case 'C':
      return command && !extend ? { kind: 'copy' } : null
    case 'Escape':
      return { kind: 'clear' }
    default:
      return null
  }
}
