import { type Chord, type KeyChoices, typesNothing } from '../../../shared/key-choices.ts'
import { chordId } from './chord.ts'
import { chordsOf } from './chosen-keys.ts'
import type { Command } from './command.ts'

/** The parts of a KeyboardEvent that decide. */
export interface Press {
  readonly key: string
  /** The key's place on the keyboard: `KeyC`. */
  readonly code?: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** Where the focus is: typing takes every plain key, a list of choices takes letters to search. */
export type Place = 'text' | 'choices' | 'lines' | 'elsewhere'

/**
 * The command that a key press means at that place; null when it means none. Among several, one that
 * can be done now goes before one that cannot, and in the lines one of theirs before one of the page.
 */
export function findShortcut(
  press: Press,
  place: Place,
  commands: readonly Command[],
  choices: KeyChoices,
): Command | null {
  const chord = chordOf(press)
  if (!typesNothing(chord) && (place === 'text' || place === 'choices')) return null
  const id = chordId(chord)
  const meant = commands
    .filter((command) => !command.inList || place === 'lines')
    .filter((command) => chordsOf(command, choices).some((one) => chordId(one) === id))
    .sort((a, b) => Number(b.inList ?? false) - Number(a.inList ?? false))
  return meant.find((command) => command.isAvailable?.() ?? true) ?? meant[0] ?? null
}

/** A press as a chord. */
export function chordOf(press: Press): Chord {
  return {
    key: keyOf(press),
    mod: press.ctrlKey || press.metaKey,
    alt: press.altKey,
    shift: press.shiftKey,
  }
}

/** With Option a Mac types another letter (`ç` for C), so that only the place tells which key it was. */
function keyOf({ key, code = '', altKey }: Press): string {
  const [, place] = /^(?:Key|Digit)(.)$/.exec(code) ?? []
  return altKey && place !== undefined ? place.toLowerCase() : key.toLowerCase()
}
