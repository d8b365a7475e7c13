/** One key press, as far as shortcuts care. */
export interface Chord {
  /** `KeyboardEvent.key` in lower case: `o`, `?`, `enter`, `arrowdown`, ` `. */
  readonly key: string
  /** Control, or Command on a Mac. */
  readonly mod?: boolean
  readonly alt?: boolean
  readonly shift?: boolean
}

/**
 * The chord as one word, the same for every chord that the same press means: the modifiers in their
 * places, then the key.
 */
export function chordId(chord: Chord): string {
  const { key, mod = false, alt = false } = chord
  const shift = hasShift(chord) ? 'shift' : ''
  return [mod ? 'mod' : '', alt ? 'alt' : '', shift, key].join('+')
}

/**
 * Whether Shift is a part of it. It counts for letters, Space and keys with a name; on many layouts
 * a sign such as `?` itself needs Shift.
 */
export function hasShift({ key, shift = false }: Chord): boolean {
  return shift && (key.length > 1 || /^[a-z ]$/.test(key))
}
