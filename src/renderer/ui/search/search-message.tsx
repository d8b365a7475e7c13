import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { useStore } from '../page/use-store.ts'
import { markedPattern } from './marked-pattern.ts'
import { mistakeOf, placeOfMistake } from './mistake-of.ts'
import { searchStatus } from './search-status.ts'
import { searchRefusalWords } from './search-words.ts'
import { useResults } from './use-results.ts'
import { useSearch } from './use-search.ts'

/** By this the field names what is said about it. */
export const MESSAGE_ID = 'search-message'

/** What is wrong with the search, below its field: a mistake with its place, or why it was ended. */
export function SearchMessage() {
  const { t } = useTranslation()
  const search = useSearch()
  const view = useResults()
  const isUnpainted = useStore(usePage().search.isUnpainted)
  const status = searchStatus(search, view)
  return (
    <div id={MESSAGE_ID} className="search-message">
      {status.kind === 'refused' && (
        <div className="search-message-text" data-tone="danger">
          <p>{searchRefusalWords(t, status.refusal)}</p>
          {status.refusal.kind === 'invalid' && status.refusal.at !== null && (
            <Place
              pattern={search.input.text}
              at={placeOfMistake(mistakeOf(status.refusal.message), status.refusal.at)}
            />
          )}
        </div>
      )}
      {status.kind === 'failed' && (
        <div className="search-message-text" data-tone="danger">
          <p>{t(`search.failed.${status.reason}`)}</p>
        </div>
      )}
      {status.kind !== 'failed' && isUnpainted && (
        <div className="search-message-text" data-tone="warning">
          <p>{t('search.unpainted')}</p>
        </div>
      )}
    </div>
  )
}

function Place({ pattern, at }: { readonly pattern: string; readonly at: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { before, at: character, after } = markedPattern(pattern, at)
  return (
    <p className="search-message-place">
      <span>
        {at < pattern.length
          ? t('search.mistake.at', { at: format.number(at + 1) })
          : t('search.mistake.atEnd')}
      </span>
      <code>
        {before}
        <mark>{character}</mark>
        {after}
      </code>
    </p>
  )
}
