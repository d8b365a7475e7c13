import type { Page } from '../page/page-context.ts'
import type { Command } from './command.ts'

/** The page around the lines: what it shows, and how one finds what it can do. */
export function pageCommands({ commands, dialogs, list, panel }: Page): readonly Command[] {
  return [
    {
      id: 'toggleSources',
      label: 'commands.sources',
      group: 'commands.page',
      chords: [{ key: 'b', mod: true }],
      run: () => panel.set(!panel.get()),
    },
    {
      id: 'focusLines',
      label: 'commands.focusLines',
      group: 'commands.page',
      chords: [{ key: 'f6' }],
      run: commands.focusLines,
      isAvailable: () => list.get() !== null,
    },
    {
      id: 'palette',
      label: 'commands.palette',
      group: 'commands.page',
      chords: [{ key: 'k', mod: true }],
      run: () => dialogs.set({ kind: 'palette' }),
    },
    {
      id: 'showShortcuts',
      label: 'shortcuts.help',
      group: 'commands.page',
      chords: [{ key: '?' }],
      run: commands.showShortcuts,
    },
    {
      id: 'editShortcuts',
      label: 'shortcuts.change',
      group: 'commands.page',
      chords: [],
      run: () => dialogs.set({ kind: 'shortcut-editor' }),
    },
  ]
}
