import { type Chord, type KeyChoices, keyChoices } from '../../../shared/key-choices.ts'
import type { Kept } from '../../kept/kept.ts'
import { createStore, type Store } from '../page/store.ts'
import type { Command } from './command.ts'

/** The keys that the user chose. */
export type ChosenKeys = Store<KeyChoices>

const KEY = 'keys'

/** The user's keys, kept over restarts. */
export function createChosenKeys(kept: Kept): ChosenKeys {
  const store = createStore<KeyChoices>(kept.read(KEY, keyChoices, {}))
  store.subscribe(() => kept.write(KEY, store.get()))
  return store
}

/** The keys of a command: those that the user chose, else its own. */
export function chordsOf(command: Command, choices: KeyChoices): readonly Chord[] {
  return isChosen(command, choices) ? (choices[command.id] ?? []) : command.chords
}

/** Whether the user chose keys for the command. */
export function isChosen({ id }: Command, choices: KeyChoices): boolean {
  return Object.hasOwn(choices, id)
}
