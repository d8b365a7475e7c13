import type { Page } from '../page/page-context.ts'
import type { Command } from './command.ts'
import { isStreamOpen } from './is-stream-open.ts'

/** What the page can do without any feature: read, pause, open, move, help. */
export function coreCommands({ session, commands, dialogs }: Page): readonly Command[] {
  const hasLog = () => session.getState().selected !== null
  const capabilities = () => session.getState().server?.capabilities
  return [
    {
      id: 'readOrStop',
      label: 'shortcuts.read',
      group: 'commands.reading',
      chords: [{ key: 'l' }, { key: 'enter', mod: true }],
      run: commands.readOrStop,
    },
    {
      id: 'pauseOrResume',
      label: 'shortcuts.pause',
      group: 'commands.reading',
      chords: [{ key: ' ' }],
      inList: true,
      run: commands.pauseOrResume,
      isAvailable: () => hasLog() && isStreamOpen(session.getState().connection),
    },
    {
      id: 'toggleFollow',
      label: 'shortcuts.follow',
      group: 'commands.reading',
      chords: [{ key: 'f' }],
      run: commands.toggleFollow,
      isAvailable: hasLog,
    },
    {
      id: 'openFile',
      label: 'shortcuts.open',
      group: 'commands.opening',
      chords: [{ key: 'o', mod: true }],
      run: commands.openFile,
    },
    {
      id: 'connectUrl',
      label: 'shortcuts.connect',
      group: 'commands.opening',
      chords: [{ key: 'u', mod: true }],
      run: commands.connectUrl,
      isAvailable: () => capabilities()?.remote ?? true,
    },
    {
      id: 'toggleGenerator',
      label: 'commands.generator',
      group: 'commands.opening',
      chords: [],
      run: commands.toggleGenerator,
      isAvailable: () => capabilities()?.generator ?? false,
    },
    {
      id: 'goToStart',
      label: 'shortcuts.start',
      group: 'commands.moving',
      chords: [{ key: 'g' }],
      run: commands.goToStart,
      isAvailable: hasLog,
    },
    {
      id: 'goToEnd',
      label: 'shortcuts.end',
      group: 'commands.moving',
      chords: [{ key: 'g', shift: true }],
      run: commands.goToEnd,
      isAvailable: hasLog,
    },
    {
      id: 'goTo',
      label: 'shortcuts.goTo',
      group: 'commands.moving',
      chords: [{ key: 'g', mod: true }],
      run: commands.goTo,
      isAvailable: hasLog,
    },
    {
      id: 'openLine',
      label: 'shortcuts.openLine',
      group: 'commands.moving',
      chords: [{ key: 'enter' }],
      inList: true,
      run: () => commands.openLine(),
      isAvailable: hasLog,
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
