import { z } from 'zod'
import type { LogId } from '../../../shared/protocol.ts'
import type { Session } from '../../data/session.ts'
import type { Kept } from '../../kept/kept.ts'
import { createKeptPerLog } from '../../kept/kept-per-log.ts'
import type { Places } from '../../list/places.ts'
import { MAX_START_LENGTH } from '../marks/searchable-start.ts'

/** What a line says, so that it is known again when it has another number. */
export interface LineContent {
  /** See marks/line-print.ts. */
  readonly print: string
  readonly start: string
}

/** Where logs are read, kept over restarts by line and by content. */
export interface ReadingPlaces extends Places {
  /** Notes what the line of the log's place says. */
  note(log: LogId, content: LineContent): void
  /** What the line of the log's place said before the page was loaded; null once it was asked for. */
  takeContent(log: LogId): LineContent | null
}

const content = z.object({ print: z.string().max(40), start: z.string().max(MAX_START_LENGTH) })

const place = z.object({
  line: z.number().int().nonnegative(),
  y: z.number(),
  active: z.boolean(),
  /** Null as long as the line is not here to be read. */
  content: content.nullable(),
})

/**
 * The places of the session's logs. A log that was left away from its end is not followed when it is
 * shown for the first time again.
 */
export function createReadingPlaces(session: Session, kept: Kept): ReadingPlaces {
  const places = createKeptPerLog(kept, 'places', place)
  const shown = new Set<LogId>()
  const contents = new Map<LogId, LineContent>()
  // Before the list hears of the log: it is shown where it was left, or at its end, from the beginning.
  session.watch(() => {
    const { selected } = session.getState()
    if (selected === null || shown.has(selected)) return
    shown.add(selected)
    const left = places.get(selected)
    if (left === null) return
    if (left.content !== null) contents.set(selected, left.content)
    session.setFollow(false)
  })
  return {
    get: (log) => places.get(log),
    set(log, next) {
      const before = places.get(log)
      if (next === null) {
        if (before !== null) places.set(log, null)
        return
      }
      const { line, y, active } = next
      const isSame = before?.line === line && before.y === y && before.active === active
      if (isSame) return
      const known = before?.line === line ? before.content : null
      places.set(log, { line, y, active, content: known })
    },
    note(log, said) {
      const before = places.get(log)
      if (before === null || before.content?.print === said.print) return
      places.set(log, { ...before, content: said })
    },
    takeContent(log) {
      const said = contents.get(log) ?? null
      contents.delete(log)
      return said
    },
  }
}
