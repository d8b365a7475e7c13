import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Numbers in a few characters, as the page's language writes them: `1,2 mil`, `90K`. */
export function useCompactNumber(): (value: number) => string {
  const { i18n } = useTranslation()
  return useMemo(() => {
    const format = new Intl.NumberFormat(i18n.language, {
      notation: 'compact',
      maximumFractionDigits: 1,
    })
    return (value: number) => format.format(value)
  }, [i18n.language])
}
