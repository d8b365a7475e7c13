import type { Command } from '../commands/command.ts'
import type { Page } from '../page/page-context.ts'

/** What the user can do with details of a line and columns of fields. */
export function detailsCommands({ details, fieldColumns }: Page): readonly Command[] {
  return [
    {
      id: 'toggleDetails',
      label: 'structure.toggle',
      group: 'structure.group',
      chords: [{ key: 'i' }, { key: 'i', mod: true }],
      run: () => details.set({ ...details.get(), isOpen: !details.get().isOpen }),
    },
    {
      id: 'removeFieldColumns',
      label: 'structure.removeColumns',
      group: 'structure.group',
      chords: [],
      run: fieldColumns.clear,
      isAvailable: () => fieldColumns.get().length > 0,
    },
  ]
}
