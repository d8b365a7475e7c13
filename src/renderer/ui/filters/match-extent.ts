import type { LogFilter } from './log-filter.ts'

/** What is shown of a match: the whole entry that has it, or its line with so many before and after. */
export type MatchExtent = 'entry' | number

/** Those that are offered. */
const OFFERED: readonly MatchExtent[] = ['entry', 0, 1, 2, 3, 5, 10, 20]

export function extentOf({
  entries,
  context,
}: Pick<LogFilter, 'entries' | 'context'>): MatchExtent {
  return entries ? 'entry' : context
}

/** Those that can be chosen; `current` is one of them, though an imported set may have brought it. */
export function extentsWith(current: MatchExtent): readonly MatchExtent[] {
  return OFFERED.includes(current)
    ? OFFERED
    : [...OFFERED, current].toSorted((one, other) => linesOf(one) - linesOf(other))
}

function linesOf(extent: MatchExtent): number {
  return extent === 'entry' ? -1 : extent
}
