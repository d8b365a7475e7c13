import type { ChipMode } from '../../../shared/filter-set.ts'
import type { InvalidQuery } from '../../../shared/query.ts'
import type { LogFilter } from './log-filter.ts'

/** The filter that a query was refused for, as compileFilter put it there; null when it is gone. */
export function invalidChip({ chips }: LogFilter, { group, term }: InvalidQuery): string | null {
  const mode: ChipMode = group === 'none' ? 'exclude' : 'include'
  const asked = chips.filter((chip) => chip.on && chip.mode === mode)
  return asked[term]?.id ?? null
}
