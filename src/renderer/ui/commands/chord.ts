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
 * The chord as one word, the same for every chord that the same press means. Shift counts for
 * letters, Space and keys with a name; on many layouts a sign such as `?` itself needs Shift.
 */
export function chordId({ key, mod = false, alt = false, shift = false }: Chord): string {
  const countsShift = key.length > 1 || /^[a-z ]$/.test(key)
  return [mod ? 'mod' : '', alt ? 'alt' : '', shift && countsShift ? 'shift' : '', key].join('+')
}
