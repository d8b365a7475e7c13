import { type Chord, hasShift } from '../../../shared/key-choices.ts'

export type { Chord } from '../../../shared/key-choices.ts'

/**
 * The chord as one word, the same for every chord that the same press means: the modifiers in their
 * places, then the key.
 */
export function chordId(chord: Chord): string {
  const { key, mod = false, alt = false } = chord
  const shift = hasShift(chord) ? 'shift' : ''
  return [mod ? 'mod' : '', alt ? 'alt' : '', shift, key].join('+')
}
