import type { TextKey } from '../../i18n/en.ts'
import type { Commands } from './create-commands.ts'

/** One key press, as far as shortcuts care. */
export interface Chord {
  /** `KeyboardEvent.key`; letters in lower case. */
  readonly key: string
  /** Control, or Command on a Mac. */
  readonly mod?: boolean
  readonly shift?: boolean
}

export interface Shortcut {
  readonly command: Extract<
    keyof Commands,
    | 'readOrStop'
    | 'pauseOrResume'
    | 'openFile'
    | 'connectUrl'
    | 'toggleFollow'
    | 'goToStart'
    | 'goToEnd'
    | 'goTo'
    | 'openLine'
    | 'showShortcuts'
  >
  readonly label: TextKey
  /** The first is the one that tooltips show. */
  readonly chords: readonly Chord[]
  /** Counts only while the focus is in the lines: elsewhere the key presses what has the focus. */
  readonly inList?: true
}

/** Every shortcut of the page. Moving line by line is the list's own. */
export const SHORTCUTS: readonly Shortcut[] = [
  {
    command: 'readOrStop',
    label: 'shortcuts.read',
    chords: [{ key: 'l' }, { key: 'enter', mod: true }],
  },
  { command: 'pauseOrResume', label: 'shortcuts.pause', chords: [{ key: ' ' }], inList: true },
  { command: 'openFile', label: 'shortcuts.open', chords: [{ key: 'o', mod: true }] },
  { command: 'connectUrl', label: 'shortcuts.connect', chords: [{ key: 'u', mod: true }] },
  { command: 'toggleFollow', label: 'shortcuts.follow', chords: [{ key: 'f' }] },
  { command: 'goToStart', label: 'shortcuts.start', chords: [{ key: 'g' }] },
  { command: 'goToEnd', label: 'shortcuts.end', chords: [{ key: 'g', shift: true }] },
  { command: 'goTo', label: 'shortcuts.goTo', chords: [{ key: 'g', mod: true }] },
  { command: 'openLine', label: 'shortcuts.openLine', chords: [{ key: 'enter' }], inList: true },
  { command: 'showShortcuts', label: 'shortcuts.help', chords: [{ key: '?' }] },
]
