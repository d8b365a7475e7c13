import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../page/use-format.ts'
import type { SearchStatus } from './search-status.ts'
import { searchRefusalWords, statusWords } from './search-words.ts'

/** How long a status stands before it is said, in ms: longer than the pause between two keys. */
const SETTLED_MS = 700

/** Says to a screen reader what came of the search, once nobody types and the count stands still. */
export function ResultsAnnouncer({ status }: { readonly status: SearchStatus }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words =
    status.kind === 'refused'
      ? searchRefusalWords(t, status.refusal)
      : status.kind === 'failed'
        ? t(`search.failed.${status.reason}`)
        : statusWords(t, format, status)
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
