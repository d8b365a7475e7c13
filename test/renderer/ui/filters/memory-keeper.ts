import type { KeptPerLog } from '../../../../src/renderer/kept/kept-per-log.ts'
import type { KeptFilter } from '../../../../src/renderer/ui/filters/saved-filter.ts'

/** Keeps filters for as long as a test runs. */
export function memoryKeeper(): KeptPerLog<KeptFilter> {
  const kept = new Map<string, KeptFilter>()
  return {
    get: (log) => kept.get(log) ?? null,
    set(log, filter) {
      if (filter === null) kept.delete(log)
      else kept.set(log, filter)
    },
  }
}
