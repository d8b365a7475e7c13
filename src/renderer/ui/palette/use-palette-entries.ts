import { useTranslation } from 'react-i18next'
import { chordsOf } from '../commands/chosen-keys.ts'
import { commandName } from '../commands/command-name.ts'
import { isMac } from '../commands/is-mac.ts'
import { keyNames } from '../commands/key-names.ts'
import { useCommands } from '../commands/use-commands.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import type { PaletteEntry } from './palette-entry.ts'

/** The palette must not offer itself. */
const OWN_ID = 'palette'

/** Every command as it can be done now, and every opened log but the one that is shown. */
export function usePaletteEntries(): readonly PaletteEntry[] {
  const { t } = useTranslation()
  const { session, bridge, chosenKeys, commands: actions } = usePage()
  const commands = useCommands()
  usePageState((state) => state.server?.logs.map(({ id, name }) => `${id} ${name}`).join() ?? '')
  const { server, selected } = session.getState()
  const mac = isMac(bridge)
  const logs = (server?.logs ?? []).filter(({ id }) => id !== selected)
  return [
    ...logs.map((log) => ({
      id: `log ${log.id}`,
      name: log.name,
      group: t('palette.logs'),
      keys: [],
      isAvailable: true,
      run: () => actions.select(log.id),
    })),
    ...commands
      .filter(({ id }) => id !== OWN_ID)
      .map((command) => {
        const chord = chordsOf(command, chosenKeys.get())[0]
        return {
          id: command.id,
          name: commandName(t, command),
          group: t(command.group),
          keys: chord === undefined ? [] : keyNames(t, chord, mac),
          isAvailable: command.isAvailable?.() ?? true,
          run: () => command.run(),
        }
      }),
  ]
}
