import { Check } from 'lucide-react'
import { Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { LabelList } from './label-list.tsx'
import { RuleList } from './rule-list.tsx'

/** What is coloured in the lines: by itself, by rules, by labels. */
export function ColoursDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { highlighting } = usePage()
  const { syntax } = highlighting
  const isOn = useStore(syntax)
  return (
    <DialogFrame title={t('highlight.title')} onClose={onClose}>
      <Checkbox className="syntax-on" isSelected={isOn} onChange={syntax.set}>
        <span className="rule-on" data-selected={isOn || undefined}>
          <Check aria-hidden size={12} />
        </span>
        {t('highlight.syntax')}
      </Checkbox>
      <h3 className="colours-title">{t('highlight.rules')}</h3>
      <RuleList />
      <h3 className="colours-title">{t('highlight.labels')}</h3>
      <LabelList />
    </DialogFrame>
  )
}
