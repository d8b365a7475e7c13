import type { TextKey } from '../../i18n/en.ts'
import type { Chord } from '../commands/chord.ts'

export interface ListShortcut {
  readonly label: TextKey
  readonly chords: readonly Chord[]
}

/** The keys of the list of lines itself: the same in every list of every program, so not changeable. */
export const LIST_SHORTCUTS: readonly ListShortcut[] = [
  { label: 'shortcuts.line', chords: [{ key: 'arrowup' }, { key: 'arrowdown' }] },
  { label: 'shortcuts.screen', chords: [{ key: 'pageup' }, { key: 'pagedown' }] },
  { label: 'shortcuts.edge', chords: [{ key: 'home' }, { key: 'end' }] },
  {
    label: 'shortcuts.extend',
    chords: [
      { key: 'arrowup', shift: true },
      { key: 'arrowdown', shift: true },
    ],
  },
  {
    label: 'shortcuts.scroll',
    chords: [
      { key: 'arrowup', mod: true },
      { key: 'arrowdown', mod: true },
    ],
  },
  { label: 'shortcuts.sideways', chords: [{ key: 'arrowleft' }, { key: 'arrowright' }] },
  { label: 'shortcuts.selectAll', chords: [{ key: 'a', mod: true }] },
  { label: 'shortcuts.clear', chords: [{ key: 'escape' }] },
]
