import type { LogId, LogOrigin } from '../../../shared/protocol.ts'
import { createListeners } from '../../data/listeners.ts'
import type { Kept } from '../../kept/kept.ts'
import { targetOf } from '../sources/target-of.ts'
import { type Bookmark, keptBookmarks, MAX_BOOKMARKS, MAX_NOTE_LENGTH } from './bookmark.ts'
import type { NumberedLine } from './find-line.ts'
import { linePrint } from './line-print.ts'
import { searchableStart } from './searchable-start.ts'

/** Whether the number of a bookmark is right: it must be looked for once in each run of a server. */
export type BookmarkPlace = 'unsure' | 'sure' | 'lost'

/** A bookmark as the page knows it. */
export interface PlacedBookmark extends Bookmark {
  readonly place: BookmarkPlace
}

/** The log of a bookmark: its id for the page, its origin for what is kept. */
export interface MarkedLog {
  readonly id: LogId
  readonly origin: LogOrigin
}

/** What the user may change of a bookmark. */
export type BookmarkChange = Partial<Pick<Bookmark, 'color' | 'note'>>

/** The bookmarks of all logs, kept over restarts by where each log comes from. */
export interface Bookmarks {
  /** By their lines; the same array until one changes. */
  of(log: MarkedLog): readonly PlacedBookmark[]
  /** The bookmark at a line; null when there is none, or it is not known to be there. */
  at(log: MarkedLog, line: number): PlacedBookmark | null
  /** Null when the log has {@link MAX_BOOKMARKS} already. */
  add(log: MarkedLog, line: NumberedLine): PlacedBookmark | null
  change(log: MarkedLog, id: string, change: BookmarkChange): void
  remove(log: MarkedLog, id: string): void
  clear(log: MarkedLog): void
  /** What became of looking for it; null when it was not found. */
  settle(log: MarkedLog, id: string, line: number | null): void
  /** The numbers of a log mean other lines from now on; with `lost`, only those are looked for again. */
  unsettle(log: MarkedLog, which: 'all' | 'lost'): void
  /** Returns the unsubscribe. */
  subscribe(listener: () => void): () => void
}

export function createBookmarks(kept: Kept): Bookmarks {
  const logs = new Map<LogId, readonly PlacedBookmark[]>()
  const listeners = createListeners()

  function of(log: MarkedLog): readonly PlacedBookmark[] {
    const known = logs.get(log.id)
    if (known !== undefined) return known
    const read = kept.read(keyOf(log), keptBookmarks, [])
    const marks = read.map((mark): PlacedBookmark => ({ ...mark, place: 'unsure' }))
    logs.set(log.id, marks)
    return marks
  }

  function set(log: MarkedLog, marks: readonly PlacedBookmark[]): void {
    logs.set(
      log.id,
      [...marks].sort((a, b) => a.line - b.line),
    )
    listeners.notify()
  }

  function keep(log: MarkedLog, marks: readonly PlacedBookmark[]): void {
    set(log, marks)
    kept.write(
      keyOf(log),
      of(log).map(({ place: _, ...mark }) => mark),
    )
  }

  return {
    of,
    at: (log, line) => of(log).find((mark) => mark.line === line && mark.place === 'sure') ?? null,
    add(log, { line, text, bytes }) {
      const before = of(log)
      if (before.length >= MAX_BOOKMARKS) return null
      const mark: PlacedBookmark = {
        id: crypto.randomUUID(),
        line,
        print: linePrint({ text, bytes }),
        start: searchableStart(text),
        color: 'amber',
        note: '',
        place: 'sure',
      }
      keep(log, [...before, mark])
      return mark
    },
    change(log, id, { color, note }) {
      keep(
        log,
        of(log).map((mark) =>
          mark.id === id
            ? {
                ...mark,
                color: color ?? mark.color,
                note: noteText(note ?? mark.note),
              }
            : mark,
        ),
      )
    },
    remove(log, id) {
      keep(
        log,
        of(log).filter((mark) => mark.id !== id),
      )
    },
    clear: (log) => keep(log, []),
    settle(log, id, line) {
      const before = of(log).find((mark) => mark.id === id)
      if (before === undefined) return
      const after: PlacedBookmark =
        line === null ? { ...before, place: 'lost' } : { ...before, line, place: 'sure' }
      const marks = of(log).map((mark) => (mark.id === id ? after : mark))
      if (after.line === before.line) set(log, marks)
      else keep(log, marks)
    },
    unsettle(log, which) {
      const isMeant = ({ place }: PlacedBookmark) =>
        which === 'all' ? place !== 'unsure' : place === 'lost'
      if (!of(log).some(isMeant)) return
      set(
        log,
        of(log).map((mark) => (isMeant(mark) ? { ...mark, place: 'unsure' } : mark)),
      )
    },
    subscribe: (listener) => listeners.add(listener),
  }
}

/** One line without control characters: what is kept takes six times their room. */
function noteText(note: string): string {
  return note.replace(/\p{Cc}+/gu, ' ').slice(0, MAX_NOTE_LENGTH)
}

/** Where a log comes from is the same after a restart, and holds no token. */
function keyOf({ origin }: MarkedLog): string {
  return `bookmarks:${targetOf(origin)}`
}
