import { Eye, EyeOff, FunnelX, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useChordText } from '../commands/use-chord-text.ts'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { ToolButton } from '../toolbar/tool-button.tsx'
import type { FilterStatus } from './filter-status.ts'
import { filterWords } from './filter-words.ts'

/** How much is shown and hidden, or why nothing is, and the ways back to all lines. */
export function FilterSummary({ status }: { readonly status: FilterStatus }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { filters } = usePage()
  const keys = useChordText('filters.lift')
  const isFault = status.kind === 'invalid' || status.kind === 'refused' || status.kind === 'failed'
  const isLifted = status.kind === 'lifted'
  return (
    <div className="filter-summary" data-status={status.kind}>
      <p className="filter-words" {...(isFault && { role: 'alert' })}>
        {isFault && <TriangleAlert aria-hidden size={14} className="filter-fault" />}
        {filterWords(t, format, status)}
      </p>
      {status.kind !== 'none' && (
        <>
          {!isFault && (
            <ToolButton
              icon={isLifted ? EyeOff : Eye}
              label={isLifted ? t('filters.back') : t('filters.lift')}
              keys={keys}
              isIconOnly
              onPress={() => filters.setLifted(!isLifted)}
            />
          )}
          <ToolButton
            icon={FunnelX}
            label={t('filters.clear')}
            isIconOnly
            onPress={filters.clear}
          />
        </>
      )}
    </div>
  )
}
