import { useTranslation } from 'react-i18next'
import { usePageState } from '../page/use-page-state.ts'

/** What is shown of the selected log, above its lines. */
export function FilterBar() {
  const { t } = useTranslation()
  const hasLog = usePageState((state) => state.selected !== null)
  if (!hasLog) return null
  return <section className="filter-bar" aria-label={t('filters.name')} />
}
