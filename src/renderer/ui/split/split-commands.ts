import type { Command } from '../commands/command.ts'
import { NARROW } from '../page/narrow.ts'
import type { Page } from '../page/page-context.ts'

/** Showing two logs at once. */
export function splitCommands({ split, tabs }: Page): readonly Command[] {
  const isSplit = () => split.state.get().second !== null
  const hasRoom = () => !matchMedia(NARROW).matches
  return [
    {
      id: 'split.toggle',
      label: 'split.toggle',
      group: 'tabs.group',
      chords: [{ key: '\\', mod: true }],
      run: split.toggle,
      isAvailable: () => hasRoom() && (isSplit() || tabs.get().length > 1),
    },
    {
      id: 'split.turn',
      label: 'split.turn',
      group: 'tabs.group',
      chords: [],
      run: split.turn,
      isAvailable: () => hasRoom() && isSplit(),
    },
    {
      id: 'split.link',
      label: 'split.link',
      group: 'tabs.group',
      chords: [],
      run: () => split.link(!split.state.get().linked),
      isAvailable: () => hasRoom() && isSplit(),
    },
    {
      id: 'split.focusSecond',
      label: 'split.focusSecond',
      group: 'tabs.group',
      chords: [{ key: 'f6', shift: true }],
      run: () => split.list.get()?.focus(),
      isAvailable: () => split.list.get() !== null,
    },
    {
      id: 'split.swap',
      label: 'split.swap',
      group: 'tabs.group',
      chords: [],
      run: split.swap,
      isAvailable: () => hasRoom() && isSplit(),
    },
  ]
}
