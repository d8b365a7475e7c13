import { Download, Plus, Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { saveText } from '../filters/save-text.ts'
import { usePage } from '../page/page-context.ts'
import { ToolButton } from '../toolbar/tool-button.tsx'
import { importRules } from './import-rules.ts'
import { draftsOf, type RuleDraft, rulesOf, withDraftAt, withNewDraft } from './rule-drafts.ts'
import { encodeRules } from './rule-file.ts'
import { ruleImportWords } from './rule-import-words.ts'
import { RuleRow } from './rule-row.tsx'
import { MAX_RULES } from './rules.ts'

/** The user's own rules; each change is seen in the lines at once. */
export function RuleList() {
  const { t } = useTranslation()
  const { highlighting } = usePage()
  const { rules } = highlighting
  const [drafts, setDrafts] = useState(() => draftsOf(rules.get()))
  const [said, say] = useState('')
  // A file is read for a while, in which the drafts may change.
  const latest = useRef(drafts)
  latest.current = drafts
  const change = (next: readonly RuleDraft[]) => {
    setDrafts(next)
    rules.set(rulesOf(next))
  }
  const move = ({ id }: RuleDraft, place: number) => {
    const next = withDraftAt(drafts, id, place)
    if (next === drafts) return
    change(next)
    const at = next.findIndex((draft) => draft.id === id) + 1
    say(t('highlight.ruleMoved', { place: at, all: next.length }))
  }

  async function takeFile(files: FileList | null): Promise<void> {
    const file = files?.item(0)
    if (file == null) return
    const outcome = await importRules(file, () => latest.current)
    if (outcome.kind === 'imported') change(outcome.drafts)
    say(ruleImportWords(t, outcome))
  }

  const whole = rulesOf(drafts)
  return (
    <>
      {drafts.length === 0 && <p className="dialog-help">{t('highlight.noRules')}</p>}
      {drafts.length > 1 && <p className="dialog-help">{t('highlight.ruleOrder')}</p>}
      <ul className="rules" aria-label={t('highlight.rules')}>
        {drafts.map((draft, index) => (
          <RuleRow
            key={draft.id}
            draft={draft}
            place={index + 1}
            isAlone={drafts.length === 1}
            onChange={(changed) => change(drafts.with(index, changed))}
            onMove={(place) => move(draft, place)}
            onRemove={() => change(drafts.filter((one) => one !== draft))}
          />
        ))}
      </ul>
      <div className="rule-actions">
        <ToolButton
          icon={Plus}
          label={t('highlight.addRule')}
          tone="bordered"
          keepsLabel
          isDisabled={drafts.length >= MAX_RULES}
          onPress={() => setDrafts(withNewDraft(drafts))}
        />
        <FileTrigger
          acceptedFileTypes={['application/json', '.json']}
          onSelect={(files) => void takeFile(files)}
        >
          <ToolButton icon={Upload} label={t('highlight.import')} tone="bordered" keepsLabel />
        </FileTrigger>
        <ToolButton
          icon={Download}
          label={t('highlight.export')}
          tone="bordered"
          keepsLabel
          isDisabled={whole.length === 0}
          onPress={() => saveText('rastro-colours.json', encodeRules(whole))}
        />
      </div>
      <p className="rules-said" role="status">
        {said}
      </p>
    </>
  )
}
