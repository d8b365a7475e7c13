import { Download, Save, Trash2, Upload } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import {
  Button,
  FileTrigger,
  Form,
  GridList,
  GridListItem,
  Input,
  TextField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { encodeFilterSets, MAX_SET_NAME_LENGTH } from '../../../shared/filter-set.ts'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { usePage } from '../page/page-context.ts'
import { ToolButton } from '../toolbar/tool-button.tsx'
import { importSets } from './import-sets.ts'
import { saveText } from './save-text.ts'
import { savedOf } from './saved-filter.ts'
import { setsWords } from './sets-words.ts'
import { shownText } from './shown-text.ts'
import { useFilter } from './use-filter.ts'

/** Filters under names: saved, put to use, removed, and carried to other computers as a file. */
export function SetsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { filters, filtering } = usePage()
  const { sets } = filtering
  const saved = useSyncExternalStore(sets.subscribe, sets.get)
  const filter = useFilter()
  const [name, setName] = useState('')
  const [said, say] = useState('')
  const trimmed = name.trim()

  async function takeFile(files: FileList | null): Promise<void> {
    const file = files?.item(0)
    if (file == null) return
    const outcome = await importSets(file, sets)
    say(setsWords(t, outcome))
  }

  return (
    <DialogFrame title={t('sets.title')} onClose={onClose}>
      <Form
        className="sets-save"
        onSubmit={(event) => {
          event.preventDefault()
          if (trimmed === '') return
          const isSaved = sets.save(trimmed, savedOf(filter))
          say(isSaved ? t('sets.saved', { name: shownText(trimmed) }) : t('sets.full'))
          if (isSaved) setName('')
        }}
      >
        <TextField
          className="sets-name"
          aria-label={t('sets.name')}
          value={name}
          maxLength={MAX_SET_NAME_LENGTH}
          onChange={setName}
        >
          <Input className="field-input" placeholder={t('sets.name')} autoComplete="off" />
        </TextField>
        <Button type="submit" className="tool" data-tone="bordered" isDisabled={trimmed === ''}>
          <Save aria-hidden size={16} className="tool-icon" />
          {t('sets.save')}
        </Button>
      </Form>
      <GridList
        className="sets-list"
        aria-label={t('sets.title')}
        items={saved.map((set) => ({ ...set, id: set.name }))}
        keyboardNavigationBehavior="tab"
        onAction={(key) => {
          const chosen = saved.find((set) => set.name === key)
          if (chosen === undefined) return
          filters.load(chosen.filter)
          onClose()
        }}
        renderEmptyState={() => <p className="sets-empty">{t('sets.empty')}</p>}
      >
        {(set) => (
          <GridListItem className="sets-item" textValue={shownText(set.name)}>
            <bdi className="sets-item-name">{shownText(set.name)}</bdi>
            <span className="sets-item-count">
              {t('sets.filters', { count: set.filter.chips.length })}
            </span>
            <Button
              className="icon-button"
              aria-label={t('sets.remove', { name: shownText(set.name) })}
              onPress={() => sets.remove(set.name)}
            >
              <Trash2 aria-hidden size={14} />
            </Button>
          </GridListItem>
        )}
      </GridList>
      <p className="sets-said" role="status">
        {said}
      </p>
      <div className="dialog-actions">
        <FileTrigger
          acceptedFileTypes={['application/json', '.json']}
          onSelect={(files) => void takeFile(files)}
        >
          <ToolButton icon={Upload} label={t('sets.import')} tone="bordered" keepsLabel />
        </FileTrigger>
        <ToolButton
          icon={Download}
          label={t('sets.export')}
          tone="bordered"
          keepsLabel
          isDisabled={saved.length === 0}
          onPress={() => saveText('rastro-filters.json', encodeFilterSets(saved))}
        />
      </div>
    </DialogFrame>
  )
}
