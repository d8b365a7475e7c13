import type { LogId } from '../../shared/log-id.ts'
import type { ViewId } from '../../shared/views.ts'
import { isWhole } from './heads-wish.ts'
import type { Row } from './row-source.ts'
import type { Session } from './session.ts'
import { untilOther } from './until-other.ts'

/** An entry among the heads of entries. */
export interface EntryPlace {
  /** Its place among the heads. */
  readonly row: number
  /** Its first line, and how many it has. */
  readonly line: number
  readonly lines: number
}

/** Where to look. */
export interface EntryQuestion {
  readonly log: LogId
  /** The view of heads. */
  readonly heads: ViewId
  /** A line of the entry. */
  readonly line: number
}

/**
 * The entry of a line: it may be asked for before the search for the heads has come that far. Null when
 * the line belongs to none, its view is gone, or the signal was aborted.
 */
export async function findEntry(
  session: Pick<Session, 'getState' | 'subscribe' | 'viewPlace' | 'viewRows'>,
  { log, heads, line }: EntryQuestion,
  signal: AbortSignal,
): Promise<EntryPlace | null> {
  for (;;) {
    const before = session.getState().views.get(heads)
    if (before === undefined || signal.aborted) return null
    const place = await session.viewPlace(log, heads, line, signal)
    if (place.kind !== 'ok') return null
    const { row, first, end: last } = place.value
    if (row < last || before.phase.kind !== 'scanning') {
      const rows = await read(
        session,
        log,
        heads,
        Math.max(first, row - 1),
        Math.min(last, row + 2),
      )
      const end = isWhole(before) ? endOf(session, log) : null
      return rows === null ? null : entryOf(rows, line, end)
    }
    await untilOther(session, () => session.getState().views.get(heads) !== before, signal)
  }
}

interface PlacedHead {
  readonly row: number
  readonly head: Row
}

async function read(
  session: Pick<Session, 'viewRows'>,
  log: LogId,
  heads: ViewId,
  from: number,
  to: number,
): Promise<readonly PlacedHead[] | null> {
  const rows = session.viewRows(log, heads)
  try {
    return (await rows.read(from, to))?.map((head, at) => ({ row: from + at, head })) ?? null
  } finally {
    rows.close()
  }
}

/** `end` of the log where the heads are those of all entries: then one ends where the next begins. */
function entryOf(
  heads: readonly PlacedHead[],
  line: number,
  end: number | null,
): EntryPlace | null {
  const at = heads.findLastIndex(({ head }) => head.line !== null && head.line <= line)
  const found = heads[at]
  if (found === undefined || found.head.line === null) return null
  const { line: first, entryLines = 1 } = found.head
  const next = heads[at + 1]?.head.line ?? end
  const lines = end === null || next === null ? entryLines : next - first
  return line < first + lines ? { row: found.row, line: first, lines } : null
}

function endOf(session: Pick<Session, 'getState'>, id: LogId): number | null {
  return session.getState().server?.logs.find((log) => log.id === id)?.end ?? null
}
