import { type Chord, SHORTCUTS, type Shortcut } from './shortcuts.ts'

/** The parts of a KeyboardEvent that decide. */
export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** Where the focus is: typing takes every plain key, a list of choices takes letters to search. */
export type Place = 'text' | 'choices' | 'lines' | 'elsewhere'

/** The shortcut that a key press means at that place; null when it means none. */
export function findShortcut(press: Press, place: Place): Shortcut | null {
  if (press.altKey) return null
  const mod = press.ctrlKey || press.metaKey
  if (!mod && (place === 'text' || place === 'choices')) return null
  for (const shortcut of SHORTCUTS) {
    if (shortcut.inList && place !== 'lines') continue
    if (shortcut.chords.some((chord) => isPressed(chord, press, mod))) return shortcut
  }
  return null
}

function isPressed(chord: Chord, press: Press, mod: boolean): boolean {
  if ((chord.mod ?? false) !== mod || press.key.toLowerCase() !== chord.key) return false
  // On many layouts `?` itself needs Shift, so Shift decides for letters and Space only.
  const isLetterOrSpace = /^[a-z ]$/.test(chord.key)
  return !isLetterOrSpace || (chord.shift ?? false) === press.shiftKey
}
