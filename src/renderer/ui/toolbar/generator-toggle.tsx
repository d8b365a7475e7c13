import { Activity } from 'lucide-react'
import { ToggleButton, Tooltip } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Hint } from '../page/hint.tsx'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'

/** Switches the log generator; absent where the server has none. */
export function GeneratorToggle() {
  const { t } = useTranslation()
  const { commands } = usePage()
  const hasGenerator = usePageState((state) => state.server?.capabilities.generator ?? false)
  const isOn = usePageState((state) => state.server?.generator.kind === 'running')
  if (!hasGenerator) return null
  return (
    <Hint>
      <ToggleButton
        className="tool"
        data-tone="plain"
        data-fold="narrow"
        isSelected={isOn}
        onChange={commands.toggleGenerator}
      >
        <Activity aria-hidden size={16} className="tool-icon" />
        <span className="tool-label">{t('toolbar.generator')}</span>
      </ToggleButton>
      <Tooltip className="tooltip" placement="bottom" offset={6}>
        {isOn ? t('toolbar.generatorOff') : t('toolbar.generatorOn')}
      </Tooltip>
    </Hint>
  )
}
