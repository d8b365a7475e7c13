import type { ChipMode } from '../../../shared/filter-set.ts'
import { LEVELS } from '../../../shared/level.ts'
import type { Query, Term } from '../../../shared/query.ts'
import type { LogFilter } from './log-filter.ts'

/** The query whose lines are shown; null when all are. A filter that is lifted compiles as if it were not. */
export function compileFilter({
  chips,
  every,
  levels,
  time,
  lines,
  entries,
  context,
}: LogFilter): Query | null {
  const terms = (mode: ChipMode): Term[] =>
    chips.filter((chip) => chip.on && chip.mode === mode).map(({ term }) => term)
  const included = terms('include')
  const none = terms('exclude')
  const wanted = levels === null || levels.length === LEVELS.length ? null : levels
  const restricted = included.length + none.length > 0 || wanted !== null
  // A query asks for something: with times or line numbers alone it is for lines of whatever level.
  if (!restricted && time === null && lines === null) return null
  const shown = wanted ?? (restricted ? undefined : LEVELS)
  return {
    all: every ? included : [],
    any: every ? [] : included,
    none,
    // A range by itself begins and ends where it does: in it a stack trace follows its first line anyway.
    entries: restricted && entries,
    ...(shown && { levels: [...shown] }),
    // Where every line is a match there is nothing around them, and whole entries have none.
    ...(restricted && !entries && context > 0 && { context }),
  }
}
