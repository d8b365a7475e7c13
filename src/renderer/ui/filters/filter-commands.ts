import type { ChipMode } from '../../../shared/filter-set.ts'
import { LEVELS, type Level } from '../../../shared/level.ts'
import type { Command } from '../commands/command.ts'
import type { Page } from '../page/page-context.ts'
import { filterLike } from './filter-like.ts'

/** What can be done with filters. */
export function filterCommands(page: Page): readonly Command[] {
  const { session, filters, filtering, dialogs } = page
  const hasLog = () => session.getState().selected !== null
  const hasFilter = () => filters.queryOf() !== null || filters.get().chips.length > 0
  const like = (mode: ChipMode) => void filterLike(page, mode)

  function onlyFrom(worst: Level): void {
    const wanted = LEVELS.slice(0, LEVELS.indexOf(worst) + 1)
    const { levels } = filters.get()
    const isSame = levels?.length === wanted.length && wanted.every((one) => levels.includes(one))
    filters.setLevels(isSame ? null : wanted)
  }

  return [
    {
      id: 'filters.focus',
      label: 'filters.focus',
      group: 'filters.group',
      chords: [{ key: 'f', shift: true }],
      run: () => filtering.field.current?.focus(),
      isAvailable: hasLog,
    },
    {
      id: 'filters.hideLike',
      label: 'filters.hideLike',
      group: 'filters.group',
      chords: [{ key: 'h' }],
      inList: true,
      run: () => like('exclude'),
      isAvailable: hasLog,
    },
    {
      id: 'filters.onlyLike',
      label: 'filters.onlyLike',
      group: 'filters.group',
      chords: [{ key: 'h', shift: true }],
      inList: true,
      run: () => like('include'),
      isAvailable: hasLog,
    },
    {
      id: 'filters.lift',
      label: 'filters.liftCommand',
      group: 'filters.group',
      chords: [{ key: 'a' }],
      run: () => filters.setLifted(!filters.get().lifted),
      isAvailable: hasFilter,
    },
    {
      id: 'filters.clear',
      label: 'filters.clear',
      group: 'filters.group',
      chords: [],
      run: filters.clear,
      isAvailable: hasFilter,
    },
    {
      id: 'filters.errorsOnly',
      label: 'filters.errorsOnly',
      group: 'filters.group',
      chords: [],
      run: () => onlyFrom('error'),
      isAvailable: hasLog,
    },
    {
      id: 'filters.warningsOnly',
      label: 'filters.warningsOnly',
      group: 'filters.group',
      chords: [],
      run: () => onlyFrom('warn'),
      isAvailable: hasLog,
    },
    {
      id: 'filters.toggleEntries',
      label: 'filters.toggleEntries',
      group: 'filters.group',
      chords: [],
      run() {
        const { entries, context } = filters.get()
        filters.setExtent(entries ? context : 'entry')
      },
      isAvailable: hasLog,
    },
    {
      id: 'filters.openSets',
      label: 'filters.openSets',
      group: 'filters.group',
      chords: [],
      run: () => dialogs.set({ kind: 'filter-sets' }),
      isAvailable: hasLog,
    },
  ]
}
