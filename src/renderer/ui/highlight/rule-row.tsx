import { Check, GripVertical, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Button, Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { TermField } from '../filters/term-field.tsx'
import { ColourChoice } from './colour-choice.tsx'
import { hasMistake, type RuleDraft } from './rule-drafts.ts'
import { useRowDrag } from './use-row-drag.ts'

export interface RuleRowProps {
  readonly draft: RuleDraft
  /** Its place in the list, from 1. */
  readonly place: number
  /** There is no other place to move it to. */
  readonly isAlone: boolean
  readonly onChange: (draft: RuleDraft) => void
  /** It should be at this place, from 0; places beyond the ends are the ends. */
  readonly onMove: (place: number) => void
  readonly onRemove: () => void
}

/**
 * One rule: its grip, whether it is on, its colour, its pattern. It is moved by dragging the grip, by the
 * arrow keys on the grip, and by Alt with them anywhere in the rule.
 */
export function RuleRow({ draft, place, isAlone, onChange, onMove, onRemove }: RuleRowProps) {
  const { t } = useTranslation()
  const isInvalid = hasMistake(draft)
  const beginDrag = useRowDrag(onMove)

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    const isOnGrip = event.target instanceof Element && event.target.matches('.rule-grip')
    if (step === 0 || event.ctrlKey || event.metaKey || !(event.altKey || isOnGrip)) return
    event.preventDefault()
    event.stopPropagation()
    onMove(place - 1 + step)
  }

  return (
    <li className="rule">
      <div className="rule-row" onKeyDownCapture={onKeyDown}>
        <button
          type="button"
          className="rule-grip"
          aria-label={t('highlight.ruleMove', { place })}
          disabled={isAlone}
          onPointerDown={beginDrag}
        >
          <GripVertical aria-hidden size={14} />
        </button>
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
