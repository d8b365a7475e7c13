import { z } from 'zod'
import type { Kept } from '../../kept/kept.ts'
import { createStore, type Store } from '../page/store.ts'
import type { Chord } from './chord.ts'
import type { Command } from './command.ts'

/** The keys that the user chose, by the id of the command; an empty list leaves it without any. */
export type KeyChoices = Readonly<Record<string, readonly Chord[]>>

export type ChosenKeys = Store<KeyChoices>

const KEY = 'keys'

/** `KeyboardEvent.key` is one character or a name of few. */
const chord: z.ZodType<Chord> = z
  .object({
    key: z.string().min(1).max(32),
    mod: z.boolean().default(false),
    alt: z.boolean().default(false),
    shift: z.boolean().default(false),
  })
  .strict()

const keyChoices = z.record(z.string().max(128), z.array(chord).max(8))

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
