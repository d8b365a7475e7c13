import type { TFunction } from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Format } from '../../i18n/format.ts'
import { useFormat } from '../page/use-format.ts'
import type { SearchStatus } from './search-status.ts'
import { searchRefusalWords, statusWords, wrappedWords } from './search-words.ts'
import { useSearch } from './use-search.ts'

/** How long a status stands before it is said, in ms: longer than the pause between two keys. */
const SETTLED_MS = 700

/** Says to a screen reader what came of the search, once nobody types and the count stands still. */
export function ResultsAnnouncer({ status }: { readonly status: SearchStatus }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { visit } = useSearch()
  const words = wrappedWords(t, visit) || wordsOf(t, format, status)
  const [said, say] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => say(words), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  )
}

function wordsOf(t: TFunction, format: Format, status: SearchStatus): string {
  if (status.kind === 'refused') return searchRefusalWords(t, status.refusal)
  if (status.kind === 'failed') return t(`search.failed.${status.reason}`)
  return statusWords(t, format, status)
}
