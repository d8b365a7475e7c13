import { memo } from 'react'
import { Toolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { LEVELS, type Level } from '../../../shared/level.ts'
import { usePage } from '../page/page-context.ts'
import { focusPressed } from '../toolbar/focus-pressed.ts'
import { LevelSwitch } from './level-switch.tsx'
import { toggleLevel } from './toggle-level.ts'

export interface LevelSwitchesProps {
  /** The levels that are shown; null for all. */
  readonly levels: readonly Level[] | null
  /** Lines of each level, in the order of LEVELS; null while nobody knows. */
  readonly counts: readonly number[] | null
  /** Whether whole entries are shown and hidden. */
  readonly entries: boolean
}

/** A switch for each level with the number of its lines; with Alt only this level stays on. */
export const LevelSwitches = memo(function LevelSwitches({
  levels,
  counts,
  entries,
}: LevelSwitchesProps) {
  const { t } = useTranslation()
  const { filters } = usePage()
  return (
    <Toolbar
      className="levels"
      aria-label={t('filters.levels')}
      onPointerDownCapture={focusPressed}
    >
      {LEVELS.map((level, at) => (
        <LevelSwitch
          key={level}
          level={level}
          isOn={levels === null || levels.includes(level)}
          count={counts?.[at] ?? null}
          // Most lines without a level go on with an entry that has one, and this switch leaves them alone.
          hint={level === 'none' && entries ? t('filters.withinEntries') : null}
          onPress={(only) => filters.setLevels(toggleLevel(levels, level, only))}
        />
      ))}
    </Toolbar>
  )
})
