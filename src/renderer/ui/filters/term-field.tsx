import { CaseSensitive, type LucideIcon, Regex, WholeWord } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Input, TextField, ToggleButton, Tooltip } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { MAX_PATTERN_LENGTH, type Term } from '../../../shared/query.ts'
import { Hint } from '../page/hint.tsx'

export interface TermFieldProps {
  readonly label: string
  readonly term: Term
  readonly onChange: (term: Term) => void
  readonly inputRef?: Ref<HTMLInputElement>
  readonly isInvalid?: boolean
  readonly autoFocus?: boolean
  /** What stands before the input, in its frame. */
  readonly children?: ReactNode
}

/** A field for a pattern and for how it is taken: case, whole words, regular expression. */
export function TermField({
  label,
  term,
  onChange,
  inputRef,
  isInvalid = false,
  autoFocus = false,
  children,
}: TermFieldProps) {
  const { t } = useTranslation()
  return (
    <div className="term-field" data-invalid={isInvalid || undefined}>
      {children}
      <TextField
        className="term-text"
        aria-label={label}
        value={term.pattern}
        maxLength={MAX_PATTERN_LENGTH}
        isInvalid={isInvalid}
        autoFocus={autoFocus}
        onChange={(pattern) => onChange({ ...term, pattern })}
      >
        <Input
          ref={inputRef}
          className="term-input"
          placeholder={label}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck="false"
        />
      </TextField>
      <TermSwitch
        icon={CaseSensitive}
        label={t('filters.matchCase')}
        isOn={term.matchCase}
        onChange={(matchCase) => onChange({ ...term, matchCase })}
      />
      <TermSwitch
        icon={WholeWord}
        label={t('filters.wholeWord')}
        isOn={term.wholeWord}
        onChange={(wholeWord) => onChange({ ...term, wholeWord })}
      />
      <TermSwitch
        icon={Regex}
        label={t('filters.regexp')}
        isOn={term.kind === 'regexp'}
        onChange={(isRegExp) => onChange({ ...term, kind: isRegExp ? 'regexp' : 'text' })}
      />
    </div>
  )
}

interface TermSwitchProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

function TermSwitch({ icon: Icon, label, isOn, onChange }: TermSwitchProps) {
  return (
    <Hint>
      <ToggleButton
        className="term-switch"
        aria-label={label}
        isSelected={isOn}
        onChange={onChange}
      >
        <Icon aria-hidden size={15} />
      </ToggleButton>
      <Tooltip className="tooltip" placement="bottom" offset={6}>
        {label}
      </Tooltip>
    </Hint>
  )
}
