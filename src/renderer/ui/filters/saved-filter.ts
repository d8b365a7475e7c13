import type { z } from 'zod'
import { type SavedFilter, savedFilter } from '../../../shared/filter-set.ts'
import { lineRange, timeRange } from '../../../shared/views.ts'
import type { LogFilter } from './log-filter.ts'

/** The filter of a log as it comes back after a restart. */
export const keptFilter = savedFilter.extend({
  time: timeRange.nullable(),
  /** Filters that were kept before there were ranges of lines have none. */
  lines: lineRange.nullable().default(null),
})
export type KeptFilter = z.infer<typeof keptFilter>

/** A filter as it is saved: without its times and lines, and without what belongs to this page. */
export function savedOf({ chips, every, levels, entries, context }: LogFilter): SavedFilter {
  return {
    chips: chips.map(({ mode, term, on }) => ({ mode, term, on })),
    every,
    levels: levels === null ? null : [...levels],
    entries,
    context,
  }
}

/** A filter as it is kept for its log. */
export function keptOf(filter: LogFilter): KeptFilter {
  return { ...savedOf(filter), time: filter.time, lines: filter.lines }
}
