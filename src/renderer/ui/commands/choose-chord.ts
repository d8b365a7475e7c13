import type { Chord, KeyChoices } from '../../../shared/key-choices.ts'
import { chordId } from './chord.ts'
import { chordsOf } from './chosen-keys.ts'
import type { Command } from './command.ts'

/** The choices after `command` got `chord` as its only one; whoever had it is left without it. */
export function chooseChord(
  choices: KeyChoices,
  commands: readonly Command[],
  command: Command,
  chord: Chord,
): KeyChoices {
  const id = chordId(chord)
  const losers = commands.filter((other) =>
    chordsOf(other, choices).some((one) => chordId(one) === id),
  )
  const left = losers.map((loser) => [
    loser.id,
    chordsOf(loser, choices).filter((one) => chordId(one) !== id),
  ])
  return { ...choices, ...Object.fromEntries(left), [command.id]: [chord] }
}

/** The choices without those for `command`: its own keys count again. */
export function resetChord(choices: KeyChoices, { id }: Command): KeyChoices {
  return Object.fromEntries(Object.entries(choices).filter(([one]) => one !== id))
}
