import type { Chord, KeyChoices } from '../../../shared/key-choices.ts'
import { chordId } from './chord.ts'
import { chordsOf } from './chosen-keys.ts'
import type { Command } from './command.ts'

/** Whether a chord can be given to a command. */
export type ChordVerdict =
  | { readonly kind: 'free' }
  | { readonly kind: 'taken'; readonly by: Command }
  /** The list of lines moves with it, or the focus does. */
  | { readonly kind: 'list' }
  /** The browser closes or opens a tab with it, and asks no page. */
  | { readonly kind: 'browser' }

/** What the lines and the focus move by: the list's own keys, with Shift too. */
const LIST_KEYS = new Set([
  'arrowup',
  'arrowdown',
  'arrowleft',
  'arrowright',
  'pageup',
  'pagedown',
  'home',
  'end',
  'escape',
  'tab',
])
const LIST_LETTERS = new Set(['mod+++a', 'mod+++c'])

/** Browsers act on these before a page in a tab sees them. */
const BROWSER_LETTERS = new Set(['mod+++w', 'mod+++t', 'mod+++n', 'mod++shift+n', 'mod++shift+t'])

/** What stands against giving `chord` to `command`. `isBrowser` tells a tab from the app. */
export function judgeChord(
  chord: Chord,
  command: Command,
  commands: readonly Command[],
  choices: KeyChoices,
  isBrowser: boolean,
): ChordVerdict {
  const id = chordId(chord)
  if (LIST_LETTERS.has(id) || (LIST_KEYS.has(chord.key) && !chord.alt)) return { kind: 'list' }
  if (isBrowser && BROWSER_LETTERS.has(id)) return { kind: 'browser' }
  const by = commands.find(
    (other) =>
      other.id !== command.id && chordsOf(other, choices).some((one) => chordId(one) === id),
  )
  return by === undefined ? { kind: 'free' } : { kind: 'taken', by }
}
