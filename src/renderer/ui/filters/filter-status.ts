import type { LogId, LogState } from '../../../shared/protocol.ts'
import type { InvalidQuery } from '../../../shared/query.ts'
import type { VIEW_FAILURES, ViewState } from '../../../shared/views.ts'
import { isIndexing } from '../../data/is-indexing.ts'
import type { PageState } from '../../data/page-state.ts'
import type { AppliedFilter } from './filter-views.ts'
import type { LogFilter } from './log-filter.ts'

/** What the bar says of the filter of a log. */
export type FilterStatus =
  /** Nothing is hidden by it. */
  | { readonly kind: 'none' }
  | { readonly kind: 'opening' }
  /** It is being looked through the log: so far, and how much of it, from 0 to 1. */
  | { readonly kind: 'scanning'; readonly shown: number; readonly share: number }
  | { readonly kind: 'current'; readonly shown: number; readonly lines: number }
  /** Everything is shown for a moment, and `hidden` lines would not be. */
  | { readonly kind: 'lifted'; readonly hidden: number }
  /** A pattern has a mistake. */
  | { readonly kind: 'invalid'; readonly query: InvalidQuery }
  | { readonly kind: 'refused'; readonly reason: 'network' | 'other' }
  | { readonly kind: 'failed'; readonly reason: (typeof VIEW_FAILURES)[number] }

const OPENING: FilterStatus = { kind: 'opening' }

/** What is known of the filter of a log. Whatever the kind, what the log has is all still there. */
export function filterStatus(
  state: PageState,
  log: LogId | null,
  filter: LogFilter,
  applied: AppliedFilter,
): FilterStatus {
  const known = state.server?.logs.find(({ id }) => id === log)
  if (known === undefined) return { kind: 'none' }
  switch (applied.kind) {
    case 'none':
    case 'opening':
      return applied
    case 'refused':
      if (applied.query !== null) return { kind: 'invalid', query: applied.query }
      return { kind: 'refused', reason: applied.error === 'network' ? 'network' : 'other' }
    case 'open': {
      const view = state.views.get(applied.view)
      return view === undefined ? OPENING : ofView(view, known, filter.lifted)
    }
  }
}

function ofView(view: ViewState, log: LogState, lifted: boolean): FilterStatus {
  const { phase, first, end, scanned, total } = view
  if (phase.kind === 'failed') return { kind: 'failed', reason: phase.reason }
  const shown = end - first
  // A line can be found before it is counted.
  const all = Math.max(log.end - log.first, shown)
  if (lifted) return { kind: 'lifted', hidden: all - shown }
  if (phase.kind === 'scanning' || isIndexing(log)) {
    return { kind: 'scanning', shown, share: total === 0 ? 0 : Math.min(1, scanned / total) }
  }
  return { kind: 'current', shown, lines: all }
}
