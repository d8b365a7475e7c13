import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { draftsOf, type RuleDraft, rulesOf, withNewDraft } from './rule-drafts.ts'
import { RuleRow } from './rule-row.tsx'
import { MAX_RULES } from './rules.ts'

/** The user's own rules; each change is seen in the lines at once. */
export function RuleList() {
  const { t } = useTranslation()
  const { highlighting } = usePage()
  const { rules } = highlighting
  const [drafts, setDrafts] = useState(() => draftsOf(rules.get()))
  const change = (next: readonly RuleDraft[]) => {
    setDrafts(next)
    rules.set(rulesOf(next))
  }
  return (
    <>
      {drafts.length === 0 && <p className="dialog-help">{t('highlight.noRules')}</p>}
      <ul className="rules" aria-label={t('highlight.rules')}>
        {drafts.map((draft, index) => (
          <RuleRow
            key={draft.id}
            draft={draft}
            place={index + 1}
            onChange={(changed) => change(drafts.with(index, changed))}
            onRemove={() => change(drafts.filter((one) => one !== draft))}
          />
        ))}
      </ul>
      <Button
        className="tool"
        data-tone="bordered"
        isDisabled={drafts.length >= MAX_RULES}
        onPress={() => setDrafts(withNewDraft(drafts))}
      >
        <Plus aria-hidden size={14} className="tool-icon" />
        {t('highlight.addRule')}
      </Button>
    </>
  )
}
