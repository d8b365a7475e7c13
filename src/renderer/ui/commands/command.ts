import type { TextKey } from '../../i18n/en.ts'
import type { Chord } from './chord.ts'

/**
 * Something that the user can do, whichever way: by key, from the palette, by a button. Each feature
 * lists its own; the palette and the help sheet show all of them.
 */
export interface Command {
  /** Stable: keys that the user chose are kept under it. */
  readonly id: string
  readonly label: TextKey
  /** What the label's placeholders stand for. */
  readonly values?: Readonly<Record<string, string | number>>
  /** Title of its section in the palette and in the help sheet. */
  readonly group: TextKey
  /** Its keys as long as the user chooses no others; the first one is shown in tooltips. */
  readonly chords: readonly Chord[]
  /** Its keys count only while the focus is in the lines: elsewhere they press what has the focus. */
  readonly inList?: true
  /** Goes on while its key is held down, as moving does. */
  readonly repeats?: true
  run(): void
  /** Whether it can be done now; always when left out. */
  isAvailable?(): boolean
}
