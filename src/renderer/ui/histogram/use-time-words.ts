import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { createTimeWords, type TimeWords } from './time-words.ts'

/** Times as the page's language writes them. */
export function useTimeWords(): TimeWords {
  const { i18n } = useTranslation()
  return useMemo(() => createTimeWords(i18n.language === 'pt-BR' ? 'pt-BR' : 'en'), [i18n.language])
}
