import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { createFormat, type Format } from '../../i18n/format.ts'

/** Numbers and bytes as the page's language writes them. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  return useMemo(() => createFormat(i18n.language === 'pt-BR' ? 'pt-BR' : 'en'), [i18n.language])
}
