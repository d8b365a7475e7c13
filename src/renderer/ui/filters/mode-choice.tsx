import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CHIP_MODES, type ChipMode } from '../../../shared/filter-set.ts'
import { MODE_ICONS } from './mode-icon.tsx'

export interface ModeChoiceProps {
  readonly mode: ChipMode
  readonly onChange: (mode: ChipMode) => void
  /** Shows the icons alone; the words stay their names. */
  readonly isCompact?: boolean
}

/** What a filter does: include, exclude or highlight. */
export function ModeChoice({ mode, onChange, isCompact = false }: ModeChoiceProps) {
  const { t } = useTranslation()
  return (
    <ToggleButtonGroup
      className="mode-choice"
      aria-label={t('filters.mode')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[mode]}
      onSelectionChange={(keys) => {
        const chosen = CHIP_MODES.find((one) => keys.has(one))
        if (chosen !== undefined) onChange(chosen)
      }}
    >
      {CHIP_MODES.map((one) => {
        const Icon = MODE_ICONS[one]
        const word = t(`filters.${one}`)
        return (
          <ToggleButton
            key={one}
            id={one}
            className="mode"
            data-mode={one}
            {...(isCompact && { 'aria-label': word })}
          >
            <Icon aria-hidden size={14} />
            {!isCompact && word}
          </ToggleButton>
        )
      })}
    </ToggleButtonGroup>
  )
}
