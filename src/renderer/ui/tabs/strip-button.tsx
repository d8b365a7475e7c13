import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'

export interface StripButtonProps {
  readonly side: 'start' | 'end'
  readonly onPress: () => void
}

/**
 * Shows that there are more tabs on one side, and goes there. For the pointer: the keys of the tabs bring
 * each of them into view by themselves.
 */
export function StripButton({ side, onPress }: StripButtonProps) {
  const { t } = useTranslation()
  const label = t(side === 'start' ? 'tabs.before' : 'tabs.behind')
  const Icon = side === 'start' ? ChevronLeft : ChevronRight
  return (
    <div className="tabs-more" data-side={side}>
      <button
        type="button"
        className="icon-button tabs-more-button"
        aria-label={label}
        title={label}
        tabIndex={-1}
        onClick={onPress}
      >
        <Icon aria-hidden size={14} />
      </button>
    </div>
  )
}
