import { createStore, type Store } from '../page/store.ts'
import type { Chord } from './chord.ts'
import type { Command } from './command.ts'

/** The keys that the user chose, by the id of the command; an empty list leaves it without any. */
export type KeyChoices = Readonly<Record<string, readonly Chord[]>>

export type ChosenKeys = Store<KeyChoices>

export const createChosenKeys = (): ChosenKeys => createStore<KeyChoices>({})

/** The keys of a command: those that the user chose, else its own. */
export function chordsOf(command: Command, choices: KeyChoices): readonly Chord[] {
  return Object.hasOwn(choices, command.id) ? (choices[command.id] ?? []) : command.chords
}
