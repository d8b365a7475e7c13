import type { Command } from '../commands/command.ts'
import type { Page } from '../page/page-context.ts'

/** What can be done with entries of several lines. */
export function entriesCommands(page: Page): readonly Command[] {
  const { session, entries, list } = page
  const selected = () => session.getState().selected
  return [
    {
      id: 'entries.toggle',
      label: 'entries.toggle',
      group: 'entries.group',
      chords: [{ key: 'z' }],
      inList: true,
      run() {
        const line = list.get()?.activeLine ?? null
        if (line !== null) entries.toggleAt(line)
      },
      isAvailable: () => selected() !== null && (list.get()?.activeLine ?? null) !== null,
    },
    {
      id: 'entries.toggleAll',
      label: 'entries.toggleAll',
      group: 'entries.group',
      chords: [{ key: 'z', shift: true }],
      run: entries.toggleAll,
      isAvailable: () => selected() !== null,
    },
  ]
}
