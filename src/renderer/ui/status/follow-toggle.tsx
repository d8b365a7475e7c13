import { ArrowDownToLine } from 'lucide-react'
import { ToggleButton, Tooltip } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useChordText } from '../commands/use-chord-text.ts'
import { Hint } from '../page/hint.tsx'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'

/** Whether the view stays anchored to the newest line. */
export function FollowToggle() {
  const { t } = useTranslation()
  const { commands } = usePage()
  const keys = useChordText('toggleFollow')
  const hasLog = usePageState((state) => state.selected !== null)
  const follow = usePageState((state) => state.follow)
  if (!hasLog) return null
  return (
    <Hint>
      <ToggleButton className="status-button" isSelected={follow} onChange={commands.toggleFollow}>
        <ArrowDownToLine aria-hidden size={12} />
        {t('status.follow')}
      </ToggleButton>
      <Tooltip className="tooltip" placement="top" offset={6}>
        {t('status.follow.help')}
        {keys !== undefined && <kbd className="key">{keys}</kbd>}
      </Tooltip>
    </Hint>
  )
}
