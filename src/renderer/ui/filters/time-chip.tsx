import { Clock, X } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'

/** Says that only some times are shown; a press shows all again. */
export function TimeChip() {
  const { t } = useTranslation()
  const { filters } = usePage()
  return (
    <Button className="chip time-chip" data-selected onPress={() => filters.setTime(null)}>
      <Clock aria-hidden size={14} className="chip-icon" />
      <span className="chip-mode">{t('filters.time')}</span>
      <X aria-hidden size={13} />
      <span className="visually-hidden">{t('filters.allTimes')}</span>
    </Button>
  )
}
