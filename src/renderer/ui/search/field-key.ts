/** What a key asks of the search field. */
export type FieldKey =
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  /** Through the history: 1 is older. */
  | { readonly kind: 'history'; readonly by: 1 | -1 }
  | { readonly kind: 'toggle'; readonly what: 'matchCase' | 'wholeWord' | 'regexp' }
  | { readonly kind: 'close' }

/** The parts of a KeyboardEvent that decide. */
export interface FieldPress {
  readonly key: string
  /** Where the key is, whatever it types: Alt with a letter types another character on a Mac. */
  readonly code: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

const TOGGLES: Readonly<Record<string, 'matchCase' | 'wholeWord' | 'regexp'>> = {
  KeyC: 'matchCase',
  KeyW: 'wholeWord',
  KeyR: 'regexp',
}

/** What a key press in the field means; null when it types or is for somebody else. */
export function fieldKey(press: FieldPress): FieldKey | null {
  if (press.ctrlKey || press.metaKey) return null
  if (press.altKey) {
    const what = TOGGLES[press.code]
    return what === undefined ? null : { kind: 'toggle', what }
  }
  switch (press.key) {
    case 'Enter':
      return { kind: 'step', by: press.shiftKey ? -1 : 1 }
    case 'ArrowUp':
      return { kind: 'history', by: 1 }
    case 'ArrowDown':
      return { kind: 'history', by: -1 }
    case 'Escape':
      return { kind: 'close' }
    default:
      return null
  }
}
