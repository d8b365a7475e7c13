import { useTranslation } from 'react-i18next'
import { ChordCaps } from '../commands/chord-caps.tsx'
import { chordsOf } from '../commands/chosen-keys.ts'
import { commandName } from '../commands/command-name.ts'
import { useCommands } from '../commands/use-commands.ts'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'

/** The keys from which all others are found. */
const FIRST = ['readOrStop', 'openFile', 'palette', 'showShortcuts']

/** Where there is nothing to read yet: the keys to begin with. */
export function FirstKeys() {
  const { t } = useTranslation()
  const choices = useStore(usePage().chosenKeys)
  const commands = useCommands().filter(({ id }) => FIRST.includes(id))
  return (
    <dl className="first-keys">
      {commands.map((command) => {
        const chord = chordsOf(command, choices)[0]
        return (
          chord !== undefined && (
            <div key={command.id} className="first-key">
              <dt>{commandName(t, command)}</dt>
              <dd>
                <ChordCaps chord={chord} />
              </dd>
            </div>
          )
        )
      })}
    </dl>
  )
}
