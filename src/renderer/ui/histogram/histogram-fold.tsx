import { ChartColumn } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'

/** What is left of a hidden histogram: the button that shows it again. */
export function HistogramFold() {
  const { t } = useTranslation()
  const { look } = usePage().histogram
  return (
    <div className="histogram-fold">
      <Button className="histogram-unfold" onPress={() => look.set({ ...look.get(), open: true })}>
        <ChartColumn aria-hidden size={12} />
        {t('histogram.show')}
      </Button>
    </div>
  )
}
