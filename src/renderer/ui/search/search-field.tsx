import { Search } from 'lucide-react'
import { Input, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { MAX_PATTERN_LENGTH } from '../../../shared/query.ts'
import { useChordText } from '../commands/use-chord-text.ts'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { fieldKey } from './field-key.ts'
import { MESSAGE_ID } from './search-message.tsx'
import { searchStatus } from './search-status.ts'
import { countWords } from './search-words.ts'
import { useFieldKeys } from './use-field-keys.ts'
import { useResults } from './use-results.ts'
import { useSearch } from './use-search.ts'

/** The field itself, with the count of what was found at its end. */
export function SearchField({ isDisabled }: { readonly isDisabled: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { search } = usePage()
  const current = useSearch()
  const view = useResults()
  const keys = useChordText('search')
  const obey = useFieldKeys()
  const { visit, phase } = current
  const place = visit === null || view === null ? null : { at: visit.row - view.first + 1 }
  const status = searchStatus(current, view)
  const count = countWords(t, format, status, place)
  return (
    <TextField
      className="search-field"
      aria-label={t('search.field')}
      value={current.input.text}
      isDisabled={isDisabled}
      isInvalid={phase.kind === 'refused' && phase.refusal.kind === 'invalid'}
      onChange={(text) => {
        obey.forgetWalk()
        search.searches.change({ text })
      }}
      onBlur={search.remember}
      onKeyDown={(event) => {
        const key = fieldKey(event)
        if (key !== null && obey.run(key)) event.preventDefault()
        else event.continuePropagation()
      }}
    >
      <Search aria-hidden size={14} className="search-icon" />
      <Input
        ref={search.field.set}
        className="search-input"
        type="text"
        name="search"
        placeholder={
          keys === undefined ? t('search.placeholder') : `${t('search.placeholder')} (${keys})`
        }
        aria-describedby={MESSAGE_ID}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck="false"
        enterKeyHint="search"
        maxLength={MAX_PATTERN_LENGTH}
      />
      <span
        className="search-count"
        data-none={(status.kind === 'found' && status.count === 0) || undefined}
        aria-hidden
      >
        {count}
      </span>
    </TextField>
  )
}
