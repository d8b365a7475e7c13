import { memo } from 'react'
import { ToggleButton, Toolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { LEVELS, type Level } from '../../../shared/level.ts'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { toggleLevel } from './toggle-level.ts'
import { useCompactNumber } from './use-compact-number.ts'

export interface LevelSwitchesProps {
  /** The levels that are shown; null for all. */
  readonly levels: readonly Level[] | null
  /** Lines of each level, in the order of LEVELS; null while nobody knows. */
  readonly counts: readonly number[] | null
}

/** A switch for each level with the number of its lines; with Alt only this level stays on. */
export const LevelSwitches = memo(function LevelSwitches({ levels, counts }: LevelSwitchesProps) {
  const { t } = useTranslation()
  const { filters } = usePage()
  const format = useFormat()
  const compact = useCompactNumber()
  return (
    <Toolbar className="levels" aria-label={t('filters.levels')}>
      {LEVELS.map((level, at) => {
        const count = counts?.[at] ?? null
        const name = t(`filters.level.${level}`)
        const exact =
          count === null
            ? name
            : t('filters.levelCount', { name, count, number: format.number(count) })
        return (
          <ToggleButton
            key={level}
            className="level"
            data-level={level}
            aria-label={exact}
            isSelected={levels === null || levels.includes(level)}
            onPress={({ altKey }) => filters.setLevels(toggleLevel(levels, level, altKey))}
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
        )
      })}
    </Toolbar>
  )
})
