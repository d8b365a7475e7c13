import type { Page } from '../page/page-context.ts'
import type { Command } from './command.ts'
import { isStreamOpen } from './is-stream-open.ts'

/** What the page can do without any feature: read, pause, open, move. */
export function coreCommands({ session, commands, list }: Page): readonly Command[] {
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
    ...([1, -1] as const).flatMap((by): Command[] => {
      const key = by === 1 ? 'j' : 'k'
      return [
        {
          id: by === 1 ? 'lineDown' : 'lineUp',
          label: by === 1 ? 'commands.lineDown' : 'commands.lineUp',
          group: 'commands.moving',
          chords: [{ key }],
          repeats: true,
          run: () => list.get()?.press({ kind: 'line', by, extend: false }),
          isAvailable: () => list.get() !== null,
        },
        {
          id: by === 1 ? 'selectDown' : 'selectUp',
          label: by === 1 ? 'commands.selectDown' : 'commands.selectUp',
          group: 'commands.moving',
          chords: [{ key, shift: true }],
          repeats: true,
          run: () => list.get()?.press({ kind: 'line', by, extend: true }),
          isAvailable: () => list.get() !== null,
        },
      ]
    }),
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
  ]
}
