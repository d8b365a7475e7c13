import { lineNumber } from '../../../shared/line-number.ts'
import type { LogState } from '../../../shared/protocol.ts'
import type { Session } from '../../data/session.ts'
import { untilSearched } from '../marks/until-searched.ts'

/** How far around a line its entry is looked for: nobody copies a longer one. */
const REACH_LINES = 10_000

/** Lines `[from, to)` of the entry that `line` belongs to; null when it could not be told. */
export async function entryOf(
  session: Session,
  log: LogState,
  line: number,
  signal: AbortSignal,
): Promise<{ readonly from: number; readonly to: number } | null> {
  const from = lineNumber(Math.max(log.first, line - REACH_LINES))
  const to = lineNumber(Math.min(log.end, line + REACH_LINES))
  const query = { all: [], any: [], none: [], entries: true, heads: true }
  const answer = await session.openView(log.id, { query, lines: { from, to } })
  if (answer.kind === 'refused') return null
  const { id } = answer.view
  const rows = session.viewRows(log.id, id)
  try {
    const view = await untilSearched(session, id, signal)
    const next = await session.viewPlace(log.id, id, line + 1, signal)
    if (view === null || next.kind === 'refused') return null
    const { row } = next.value
    const around = await rows.read(
      Math.max(view.first, row - 1),
      Math.min(view.end, row + 1),
      signal,
    )
    const head = around?.findLast((each) => each.line !== null && each.line <= line)
    const after = around?.find((each) => each.line !== null && each.line > line)
    return { from: head?.line ?? from, to: after?.line ?? to }
  } finally {
    rows.close()
    session.closeView(log.id, id)
  }
}
