import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { type Chord, chordId } from '../commands/chord.ts'
import { chordsOf } from '../commands/chosen-keys.ts'
import { commandName } from '../commands/command-name.ts'
import { isMac } from '../commands/is-mac.ts'
import { keyNames } from '../commands/key-names.ts'
import { useCommands } from '../commands/use-commands.ts'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { DialogFrame } from './dialog-frame.tsx'

/** Every shortcut of the page with its keys. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const choices = useStore(usePage().chosenKeys)
  const commands = useCommands().filter((command) => chordsOf(command, choices).length > 0)
  return (
    <DialogFrame title={t('shortcuts.title')} onClose={onClose}>
      <dl className="shortcuts">
        {commands.map((command) => (
          <div key={command.id} className="shortcut">
            <dt>
              {commandName(t, command)}
              {command.inList && <small> ({t('shortcuts.inList')})</small>}
            </dt>
            <dd>
              {chordsOf(command, choices).map((chord, index) => (
                <Fragment key={chordId(chord)}>
                  {index > 0 && <span className="shortcut-or">{t('shortcuts.or')}</span>}
                  <Keys chord={chord} />
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </DialogFrame>
  )
}

function Keys({ chord }: { readonly chord: Chord }) {
  const { t } = useTranslation()
  const { bridge } = usePage()
  return (
    <span className="keys">
      {keyNames(t, chord, isMac(bridge)).map((name) => (
        <kbd key={name} className="key">
          {name}
        </kbd>
      ))}
    </span>
  )
}
