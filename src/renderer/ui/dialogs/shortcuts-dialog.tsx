import { Keyboard } from 'lucide-react'
import { Fragment } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { type Chord, chordId } from '../commands/chord.ts'
import { ChordCaps } from '../commands/chord-caps.tsx'
import { chordsOf } from '../commands/chosen-keys.ts'
import { commandName } from '../commands/command-name.ts'
import { groupCommands } from '../commands/group-commands.ts'
import { useCommands } from '../commands/use-commands.ts'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { LIST_SHORTCUTS } from './list-shortcuts.ts'

/** Every shortcut of the page by section, and the way to change them. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { chosenKeys, dialogs } = usePage()
  const choices = useStore(chosenKeys)
  const commands = useCommands().filter((command) => chordsOf(command, choices).length > 0)
  return (
    <DialogFrame title={t('shortcuts.title')} onClose={onClose} size="wide">
      <div className="shortcut-sections">
        {groupCommands(commands).map(([title, group]) => (
          <section key={title} className="shortcut-section">
            <h3 className="shortcut-group">{t(title)}</h3>
            <dl>
              {group.map((command) => (
                <ShortcutLine
                  key={command.id}
                  name={commandName(t, command)}
                  note={command.inList ? t('shortcuts.inList') : null}
                  chords={chordsOf(command, choices)}
                />
              ))}
            </dl>
          </section>
        ))}
        <section className="shortcut-section">
          <h3 className="shortcut-group">{t('shortcuts.list')}</h3>
          <dl>
            {LIST_SHORTCUTS.map(({ label, chords }) => (
              <ShortcutLine key={label} name={t(label)} note={null} chords={chords} />
            ))}
          </dl>
        </section>
      </div>
      <div className="dialog-actions">
        <Button
          className="tool"
          data-tone="bordered"
          onPress={() => dialogs.set({ kind: 'shortcut-editor' })}
        >
          <Keyboard aria-hidden size={16} className="tool-icon" />
          {t('shortcuts.change')}
        </Button>
      </div>
    </DialogFrame>
  )
}

interface ShortcutLineProps {
  readonly name: string
  readonly note: string | null
  readonly chords: readonly Chord[]
}

function ShortcutLine({ name, note, chords }: ShortcutLineProps) {
  const { t } = useTranslation()
  return (
    <div className="shortcut">
      <dt>
        {name}
        {note !== null && <small> ({note})</small>}
      </dt>
      <dd>
        {chords.map((chord, index) => (
          <Fragment key={chordId(chord)}>
            {index > 0 && <span className="shortcut-or">{t('shortcuts.or')}</span>}
            <ChordCaps chord={chord} />
          </Fragment>
        ))}
      </dd>
    </div>
  )
}
