import { useState } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { commandName } from '../commands/command-name.ts'
import { groupCommands } from '../commands/group-commands.ts'
import { useCommands } from '../commands/use-commands.ts'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { ShortcutRow } from './shortcut-row.tsx'

/** Every command with its keys, each of which can be changed, taken away or reset. */
export function ShortcutEditor({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const { chosenKeys } = usePage()
  const choices = useStore(chosenKeys)
  const commands = useCommands()
  const [query, setQuery] = useState('')
  const [recording, setRecording] = useState<string | null>(null)
  const wanted = query.trim().toLocaleLowerCase(i18n.language)
  const shown = commands.filter((command) =>
    commandName(t, command).toLocaleLowerCase(i18n.language).includes(wanted),
  )
  return (
    <DialogFrame title={t('editor.title')} onClose={onClose}>
      <p className="dialog-help">{t('editor.help')}</p>
      <SearchField
        className="field"
        aria-label={t('editor.find')}
        value={query}
        onChange={setQuery}
        autoFocus
      >
        <Input className="field-input" placeholder={t('editor.find')} />
      </SearchField>
      <div className="editor-list">
        {groupCommands(shown).map(([title, group]) => (
          <section key={title} aria-label={t(title)}>
            <h3 className="shortcut-group">{t(title)}</h3>
            <ul className="editor-rows">
              {group.map((command) => (
                <ShortcutRow
                  key={command.id}
                  command={command}
                  isRecording={recording === command.id}
                  onRecord={(on) => setRecording(on ? command.id : null)}
                />
              ))}
            </ul>
          </section>
        ))}
        {shown.length === 0 && <p className="palette-none">{t('palette.none')}</p>}
      </div>
      <div className="dialog-actions">
        <Button
          className="tool"
          data-tone="bordered"
          isDisabled={Object.keys(choices).length === 0}
          onPress={() => chosenKeys.set({})}
        >
          {t('editor.resetAll')}
        </Button>
        <Button className="tool" data-tone="primary" onPress={onClose}>
          {t('editor.done')}
        </Button>
      </div>
    </DialogFrame>
  )
}
