import { Eye, FunnelX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LogId } from '../../../shared/protocol.ts'
import { filterStatus } from '../filters/filter-status.ts'
import { useAppliedFilterOf, useFilterOf } from '../filters/use-filter.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { ToolButton } from '../toolbar/tool-button.tsx'

/** Over the empty lines of a log whose filter hides all of them: that it does, and the ways back. */
export function NothingShown({ log }: { readonly log: LogId }) {
  const { t } = useTranslation()
  const { filters, commands } = usePage()
  const filter = useFilterOf(log)
  const applied = useAppliedFilterOf(log)
  const isSelected = usePageState((state) => state.selected === log)
  const hidden = usePageState((state) => {
    const status = filterStatus(state, log, filter, applied)
    return status.kind === 'current' && status.shown === 0 ? status.lines : 0
  })
  if (hidden === 0) return null
  return (
    <div className="empty nothing-shown">
      <h2 className="empty-title">{t('empty.filtered.title')}</h2>
      <p className="empty-text">{t('empty.filtered.text', { count: hidden })}</p>
      {isSelected && (
        <div className="empty-actions">
          <ToolButton
            icon={Eye}
            label={t('filters.lift')}
            tone="bordered"
            keepsLabel
            onPress={() => {
              filters.setLifted(true)
              commands.focusLines()
            }}
          />
          <ToolButton
            icon={FunnelX}
            label={t('filters.clear')}
            tone="bordered"
            keepsLabel
            onPress={() => {
              filters.clear()
              commands.focusLines()
            }}
          />
        </div>
      )}
    </div>
  )
}
