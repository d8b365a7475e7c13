import type { LogId } from '../../shared/log-id.ts'

/** A line that is read, `y` pixels below the top of the view. */
export interface LinePlace {
  readonly line: number
  readonly y: number
  /** Whether it is the active line. */
  readonly active: boolean
}

/** Where the logs are read that are not shown now. */
export interface Places {
  get(log: LogId): LinePlace | null
  /** Null where the end is read. */
  set(log: LogId, place: LinePlace | null): void
}

/** Places that are remembered as long as the list is there. */
export function createPlaces(): Places {
  const places = new Map<LogId, LinePlace>()
  return {
    get: (log) => places.get(log) ?? null,
    set(log, place) {
      if (place === null) places.delete(log)
      else places.set(log, place)
    },
  }
}
