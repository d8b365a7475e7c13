import type { Generation } from '../follow/generation.ts'

/** Something that happened between two lines. */
export interface TimelineEvent {
  readonly kind: 'rotated' | 'truncated' | 'gap' | 'gone' | 'back'
  /** Milliseconds since 1970. */
  readonly at: number
  /** Why, for clients: the reason of a gap, or why the path is gone. */
  readonly reason: string | null
  readonly bytes: number | null
  readonly lines: number | null
}

/** A run of bytes that was read from one generation without anything in between. */
export interface Extent {
  readonly kind: 'extent'
  readonly sequence: number
  readonly generation: Generation
  readonly from: number
  /** After its last finished line. */
  to: number
  /** Newlines of the generation before `from`; null until the index covers it. */
  fromLine: number | null
  /** Finished lines as far as they are counted. */
  lines: number
  /** Whether `lines` is final: a later run of the same generation exists. */
  counted: boolean
  /** Number of its first line in the log; null while lines before it are not counted. */
  firstLine: number | null
}

export interface Happening {
  readonly kind: 'event'
  readonly sequence: number
  readonly event: TimelineEvent
}

export type TimelineEntry = Extent | Happening

/** Events kept: each is shown as a divider, and a path that flaps must not fill the memory. */
const MAX_EVENTS = 1000

/** Runs kept: two writers that alternate between an old and a new file make four a second. */
const MAX_EXTENTS = 100_000

/**
 * What a log consists of, in the order in which it was read: runs of bytes of its generations and
 * what happened between them. A rotated file that is still written to gives further runs after the
 * new file's first ones. Entries are numbered for good; old ones are dropped at a bound.
 */
export interface Timeline {
  readonly entries: readonly TimelineEntry[]
  /** Adds `[from, to)` of a generation: to its last run when nothing came since, else as a new run. */
  extend(generation: Generation, from: number, to: number): Extent
  happen(event: TimelineEvent): void
  /** The first entry with this number or a later one. */
  at(sequence: number): TimelineEntry | undefined
  /** The number that the next entry gets. */
  readonly next: number
  /** The number of the newest run that was dropped; -1 while none was. */
  readonly lastDropped: number
  /** Lines in the runs that were dropped: the number of the first line of the oldest run left. */
  readonly droppedLines: number
  /** Forgets the runs of a generation. */
  drop(generation: Generation): void
}

export function createTimeline(): Timeline {
  let entries: TimelineEntry[] = []
  let next = 0
  let events = 0
  let extents = 0
  let lastDropped = -1
  let droppedLines = 0

  function forget(entry: TimelineEntry | undefined): void {
    if (entry?.kind !== 'extent') return
    lastDropped = Math.max(lastDropped, entry.sequence)
    droppedLines += entry.lines
  }

  function dropOldest(kind: TimelineEntry['kind']): void {
    const at = entries.findIndex((entry) => entry.kind === kind)
    if (at !== -1) forget(entries.splice(at, 1)[0])
  }

  return {
    get entries() {
      return entries
    },
    get next() {
      return next
    },
    extend(generation, from, to) {
      const last = entries.at(-1)
      if (last?.kind === 'extent' && last.generation === generation) {
        last.to = to
        return last
      }
      const extent: Extent = {
        kind: 'extent',
        sequence: next++,
        generation,
        from,
        to,
        fromLine: from === 0 ? 0 : null,
        lines: 0,
        counted: false,
        firstLine: null,
      }
      entries.push(extent)
      extents += 1
      if (extents > MAX_EXTENTS) {
        dropOldest('extent')
        extents -= 1
      }
      return extent
    },
    happen(event) {
      entries.push({ kind: 'event', sequence: next++, event })
      events += 1
      if (events > MAX_EVENTS) {
        dropOldest('event')
        events -= 1
      }
    },
    at(sequence) {
      let low = 0
      let high = entries.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((entries[middle]?.sequence ?? 0) < sequence) low = middle + 1
        else high = middle
      }
      return entries[low]
    },
    get droppedLines() {
      return droppedLines
    },
    get lastDropped() {
      return lastDropped
    },
    drop(generation) {
      const isOf = (entry: TimelineEntry): boolean =>
        entry.kind === 'extent' && entry.generation === generation
      entries.filter(isOf).forEach(forget)
      entries = entries.filter((entry) => !isOf(entry))
      extents = entries.filter((entry) => entry.kind === 'extent').length
    },
  }
}
