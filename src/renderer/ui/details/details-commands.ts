import type { Command } from '../commands/command.ts'
import type { Page } from '../page/page-context.ts'
import { openLineLink } from './open-line-link.ts'

/** What the user can do with details of a line and columns of fields. */
export function detailsCommands(page: Page): readonly Command[] {
  const { details, fieldColumns, activeLine } = page
  return [
    {
      id: 'toggleDetails',
      label: 'structure.toggle',
      group: 'structure.group',
      chords: [{ key: 'i' }, { key: 'i', mod: true }],
      run: () => details.set({ ...details.get(), isOpen: !details.get().isOpen }),
    },
    {
      id: 'openLineLink',
      label: 'structure.openLineLink',
      group: 'structure.group',
      chords: [{ key: 'o' }],
      run: () => void openLineLink(page),
      isAvailable: () => activeLine.get() !== null,
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
