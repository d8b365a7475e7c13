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
  droppedBefore: number
}

export interface Happening {
  readonly kind: 'event'
  readonly sequence: number
  readonly event: TimelineEvent
  /** The number of the newest run that was dropped between the entry before and this one; -1 for none. */
  droppedBefore: number
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
  /**
   * The number of the first entry from `sequence` on of which no run was dropped before the next run:
   * what happened between runs that are gone tells nothing any more.
   */
  pastDropped(sequence: number): number
  /** The number that the next entry gets. */
  readonly next: number
  /** The number of the newest run that was dropped behind the last entry; -1 for none. */
  readonly droppedAfter: number
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
  let droppedAfter = -1
  let droppedLines = 0

  /** Takes out what `isDropped` says; the entry behind it tells which runs were there. */
  function dropWhere(isDropped: (entry: TimelineEntry) => boolean): void {
    let dropped = -1
    const kept: TimelineEntry[] = []
    for (const entry of entries) {
      dropped = Math.max(dropped, entry.droppedBefore)
      if (isDropped(entry)) {
        if (entry.kind === 'event') continue
        dropped = entry.sequence
        droppedLines += entry.lines
      } else {
        entry.droppedBefore = dropped
        dropped = -1
        kept.push(entry)
      }
    }
    droppedAfter = Math.max(droppedAfter, dropped)
    entries = kept
  }

  function dropOldest(kind: TimelineEntry['kind']): void {
    const oldest = entries.find((entry) => entry.kind === kind)
    dropWhere((entry) => entry === oldest)
  }

  /** The place of the first entry with this number or a later one. */
  function placeOf(sequence: number): number {
    let low = 0
    let high = entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((entries[middle]?.sequence ?? 0) < sequence) low = middle + 1
      else high = middle
    }
    return low
  }

  function add(entry: TimelineEntry): void {
    entries.push(entry)
    droppedAfter = -1
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
        droppedBefore: droppedAfter,
      }
      add(extent)
      extents += 1
      if (extents > MAX_EXTENTS) {
        dropOldest('extent')
        extents -= 1
      }
      return extent
    },
    happen(event) {
      add({ kind: 'event', sequence: next++, event, droppedBefore: droppedAfter })
      events += 1
      if (events > MAX_EVENTS) {
        dropOldest('event')
        events -= 1
      }
    },
    at(sequence) {
      return entries[placeOf(sequence)]
    },
    pastDropped(sequence) {
      let first = placeOf(sequence)
      for (let at = first; entries[at]?.kind === 'event'; at++) {
        if ((entries[at + 1]?.droppedBefore ?? droppedAfter) !== -1) first = at + 1
      }
      return entries[first]?.sequence ?? next
    },
    get droppedLines() {
      return droppedLines
    },
    get droppedAfter() {
      return droppedAfter
    },
    drop(generation) {
      dropWhere((entry) => entry.kind === 'extent' && entry.generation === generation)
      extents = entries.filter((entry) => entry.kind === 'extent').length
    },
  }
}
