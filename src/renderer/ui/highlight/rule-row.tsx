import { Check, Trash2 } from 'lucide-react'
import { Button, Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { TermField } from '../filters/term-field.tsx'
import { ColourChoice } from './colour-choice.tsx'
import { hasMistake, type RuleDraft } from './rule-drafts.ts'

export interface RuleRowProps {
  readonly draft: RuleDraft
  /** Its place in the list, from 1. */
  readonly place: number
  readonly onChange: (draft: RuleDraft) => void
  readonly onRemove: () => void
}

/** One rule: whether it is on, its colour, its pattern. */
export function RuleRow({ draft, place, onChange, onRemove }: RuleRowProps) {
  const { t } = useTranslation()
  const isInvalid = hasMistake(draft)
  return (
    <li className="rule">
      <div className="rule-row">
        <Checkbox
          className="rule-on"
          aria-label={t('highlight.ruleOn', { place })}
          isSelected={draft.on}
          onChange={(on) => onChange({ ...draft, on })}
        >
          <Check aria-hidden size={12} />
        </Checkbox>
        <ColourChoice
          label={t('highlight.ruleColour', { place })}
          colour={draft.colour}
          onChange={(colour) => onChange({ ...draft, colour })}
        />
        <TermField
          label={t('highlight.rulePattern', { place })}
          term={draft.term}
          isInvalid={isInvalid}
          autoFocus={draft.term.pattern === ''}
          onChange={(term) => onChange({ ...draft, term })}
        />
        <Button
          className="icon-button"
          aria-label={t('highlight.ruleRemove', { place })}
          onPress={onRemove}
        >
          <Trash2 aria-hidden size={14} />
        </Button>
      </div>
      {isInvalid && (
        <p className="rule-error" role="alert">
          {t('highlight.ruleMistake')}
        </p>
      )}
    </li>
  )
}
