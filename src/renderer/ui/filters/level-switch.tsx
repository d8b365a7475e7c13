import { ToggleButton, Tooltip } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Level } from '../../../shared/level.ts'
import { Hint } from '../page/hint.tsx'
import { useFormat } from '../page/use-format.ts'
import { useCompactNumber } from './use-compact-number.ts'

export interface LevelSwitchProps {
  readonly level: Level
  readonly isOn: boolean
  /** Its lines; null while nobody knows. */
  readonly count: number | null
  /** What its name and number do not say; null for nothing. */
  readonly hint: string | null
  /** `only` where the others are to go. */
  readonly onPress: (only: boolean) => void
}

/** The switch of a level with the number of its lines. */
export function LevelSwitch({ level, isOn, count, hint, onPress }: LevelSwitchProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const compact = useCompactNumber()
  const name = t(`filters.level.${level}`)
  const exact =
    count === null ? name : t('filters.levelCount', { name, count, number: format.number(count) })
  return (
    <Hint isDisabled={hint === null}>
      <ToggleButton
        className="level"
        data-level={level}
        aria-label={exact}
        isSelected={isOn}
        onPress={({ altKey }) => onPress(altKey)}
      >
        <span className="level-dot" aria-hidden />
        <span className="level-name">{name}</span>
        {/* As content of the style sheet: its name says the exact number, and names hold what is read. */}
        <span
          className="level-count"
          data-text={count === null ? '' : compact(count)}
          aria-hidden
        />
      </ToggleButton>
      <Tooltip className="tooltip" placement="bottom" offset={6}>
        {hint}
      </Tooltip>
    </Hint>
  )
}
