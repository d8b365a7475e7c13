import { type Chord, hasShift } from '../../../shared/key-choices.ts'
import { chordOf, type Press } from './find-shortcut.ts'

/** Held down on the way to a chord. */
const MODIFIERS = new Set([
  'control',
  'shift',
  'alt',
  'meta',
  'altgraph',
  'capslock',
  'fn',
  'dead',
  'unidentified',
  'process',
])

/** The chord of a press that is recorded, no more in it than counts; null while more is to come. */
export function recordedChord(press: Press): Chord | null {
  const chord = chordOf(press)
  const { key, mod, alt } = chord
  if (MODIFIERS.has(key)) return null
  return {
    key,
    ...(mod ? { mod } : {}),
    ...(alt ? { alt } : {}),
    ...(hasShift(chord) ? { shift: true } : {}),
  }
}
