import { Eye, EyeOff, FunnelX, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useChordText } from '../commands/use-chord-text.ts'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { usePageState } from '../page/use-page-state.ts'
import { ToolButton } from '../toolbar/tool-button.tsx'
import { type FilterStatus, filterStatus } from './filter-status.ts'
import type { AppliedFilter } from './filter-views.ts'
import { filterWords } from './filter-words.ts'
import type { LogFilter } from './log-filter.ts'

export interface FilterSummaryProps {
  readonly filter: LogFilter
  readonly applied: AppliedFilter
}

/** How much is shown and hidden, or why nothing is, and the ways back to all lines. */
export function FilterSummary({ filter, applied }: FilterSummaryProps) {
  const kind = usePageState((state) => filterStatus(state, state.selected, filter, applied).kind)
  return (
    <div className="filter-summary" data-status={kind}>
      <Words filter={filter} applied={applied} />
      <Actions isFaulty={isFault(kind)} isLifted={kind === 'lifted'} />
    </div>
  )
}

interface ActionsProps {
  readonly isFaulty: boolean
  readonly isLifted: boolean
}

/** Not drawn anew with every count: buttons cost ten times as much as words. */
const Actions = memo(function Actions({ isFaulty, isLifted }: ActionsProps) {
  const { t } = useTranslation()
  const { filters } = usePage()
  const keys = useChordText('filters.lift')
  return (
    <>
      {!isFaulty && (
        <ToolButton
          icon={isLifted ? EyeOff : Eye}
          label={isLifted ? t('filters.back') : t('filters.lift')}
          keys={keys}
          isIconOnly
          onPress={() => filters.setLifted(!isLifted)}
        />
      )}
      <ToolButton icon={FunnelX} label={t('filters.clear')} isIconOnly onPress={filters.clear} />
    </>
  )
})

/** The one part of the bar that is drawn anew as the log grows. */
function Words({ filter, applied }: FilterSummaryProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { session } = usePage()
  usePageState((state) => state.views)
  usePageState((state) => state.server)
  const state = session.getState()
  const status = filterStatus(state, state.selected, filter, applied)
  return (
    <p className="filter-words" {...(isFault(status.kind) && { role: 'alert' })}>
      {isFault(status.kind) && <TriangleAlert aria-hidden size={14} className="filter-fault" />}
      {filterWords(t, format, status)}
    </p>
  )
}

function isFault(kind: FilterStatus['kind']): boolean {
  return kind === 'invalid' || kind === 'refused' || kind === 'failed'
}
