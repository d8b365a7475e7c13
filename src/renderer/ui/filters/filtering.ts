import type { RefObject } from 'react'
import type { LogId } from '../../../shared/log-id.ts'
import type { Session } from '../../data/session.ts'
import type { OpeningPlace } from '../../data/view-wish.ts'
import type { Kept } from '../../kept/kept.ts'
import { createKeptPerLog } from '../../kept/kept-per-log.ts'
import type { LogList } from '../../list/log-list.ts'
import type { Painters } from '../highlight/painters.ts'
import { createStore, type Store } from '../page/store.ts'
import { startHitThread } from '../search/start-hit-thread.ts'
import { createFilterSets, type FilterSets } from './filter-sets.ts'
import { createFilterViews, type FilterViews } from './filter-views.ts'
import { createFilters, type Filters } from './filters.ts'
import { paintFilters } from './paint-filters.ts'
import { keptFilter } from './saved-filter.ts'

/** What stands behind the bar of filters. */
export interface Filtering {
  readonly views: FilterViews
  readonly sets: FilterSets
  /** The field in which a filter is typed, while it is on the screen. */
  readonly field: RefObject<HTMLInputElement | null>
  /** The filter that is being edited. */
  readonly editing: Store<string | null>
}

/** The filters of the page, as they were when it was closed, and what shows them. */
export function createFiltering(
  session: Session,
  kept: Kept,
  painters: Painters,
  list: Pick<Store<Pick<LogList, 'readingPlace'> | null>, 'get'>,
): { readonly filters: Filters; readonly filtering: Filtering } {
  const keeper = createKeptPerLog(kept, 'filters', keptFilter)
  const filters = createFilters(() => session.getState().selected, keeper)
  paintFilters(filters, painters, session, startHitThread)
  /** Where the selected log is read: the line that will stay where it is. */
  function readingAt(log: LogId): OpeningPlace | null {
    const place = list.get()?.readingPlace
    if (log !== session.getState().selected || place === undefined) return null
    if (place.kind === 'end') return place
    return place.line === null ? { kind: 'start' } : { kind: 'line', line: place.line }
  }

  const filtering = {
    views: createFilterViews(session, filters, readingAt),
    sets: createFilterSets(kept),
    field: { current: null },
    editing: createStore<string | null>(null),
  }
  return { filters, filtering }
}
