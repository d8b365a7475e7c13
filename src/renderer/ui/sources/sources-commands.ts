import { selectedLog } from '../../data/page-state.ts'
import type { Command } from '../commands/command.ts'
import type { Page } from '../page/page-context.ts'
import { awaitedSecret } from './awaited-secret.ts'

/** What the user can do with where logs come from. */
export function sourcesCommands({ session, dialogs }: Page): readonly Command[] {
  const selected = () => selectedLog(session.getState())
  return [
    {
      id: 'sources.giveSecret',
      label: 'secret.command',
      group: 'commands.opening',
      chords: [],
      run() {
        const log = selected()
        if (log !== null) dialogs.set({ kind: 'secret', log: log.id })
      },
      isAvailable() {
        const log = selected()
        return log !== null && awaitedSecret(log) !== null
      },
    },
  ]
}
