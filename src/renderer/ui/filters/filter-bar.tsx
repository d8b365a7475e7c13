import { Hash } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { usePageState } from '../page/use-page-state.ts'
import { AddFilter } from './add-filter.tsx'
import { ChipList } from './chip-list.tsx'
import { FilterMenu } from './filter-menu.tsx'
import { FilterSummary } from './filter-summary.tsx'
import { invalidChip } from './invalid-chip.ts'
import { LevelSwitches } from './level-switches.tsx'
import { linesWords } from './lines-words.ts'
import { RangeChip } from './range-chip.tsx'
import { TimeChip } from './time-chip.tsx'
import { useAppliedFilter, useFilter } from './use-filter.ts'
import { useLevelCounts } from './use-level-counts.ts'

/** What is shown of the selected log, above its lines. */
export function FilterBar() {
  const { t } = useTranslation()
  const format = useFormat()
  const { filters } = usePage()
  const selected = usePageState((state) => state.selected)
  const filter = useFilter()
  const applied = useAppliedFilter()
  const counts = useLevelCounts(selected, filter)
  if (selected === null) return null
  const query = applied.kind === 'refused' ? applied.query : null
  const isActive = applied.kind !== 'none'
  return (
    <section className="filter-bar" aria-label={t('filters.name')}>
      <div className="filter-row">
        <AddFilter />
        <LevelSwitches levels={filter.levels} counts={counts} entries={filter.entries} />
        <FilterMenu every={filter.every} entries={filter.entries} context={filter.context} />
      </div>
      {(filter.chips.length > 0 || isActive) && (
        <div className="filter-row">
          {filter.time !== null && <TimeChip log={selected} time={filter.time} />}
          {filter.lines !== null && (
            <RangeChip
              icon={Hash}
              words={linesWords(t, format, filter.lines)}
              undo={t('filters.allLines')}
              onUndo={() => filters.setLines(null)}
            />
          )}
          {filter.chips.length > 0 && (
            <ChipList
              filter={filter}
              invalid={query === null ? null : invalidChip(filter, query)}
            />
          )}
          {isActive && <FilterSummary filter={filter} applied={applied} />}
        </div>
      )}
    </section>
  )
}
