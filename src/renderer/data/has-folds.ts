import type { LogId } from '../../shared/log-id.ts'
import type { ViewId, ViewState } from '../../shared/views.ts'
import { isWhole } from './heads-wish.ts'
import { type CountingSession, outnumberHeads } from './outnumber-heads.ts'
import type { Row } from './row-source.ts'
import type { Session } from './session.ts'
import { untilOther } from './until-other.ts'

/** Heads of a filter that are looked at one by one: one window. Of more their lines are counted. */
const MAX_HEADS = 1000

/** What is needed of the session. */
type HeadsSession = CountingSession & Pick<Session, 'viewRows'>

/**
 * Whether one of the entries of a view of heads has more lines than its first one: the first ones that
 * do tell it, and that there are none is known when the log was searched. Null when it could not be
 * told.
 */
export async function hasFolds(
  session: HeadsSession,
  { log, heads }: { readonly log: LogId; readonly heads: ViewId },
  signal: AbortSignal,
): Promise<boolean | null> {
  for (;;) {
    const view = session.getState().views.get(heads)
    if (view === undefined || signal.aborted) return null
    const rows = session.viewRows(log, heads)
    const read = async (from: number, to: number) => (await rows.read(from, to, signal)) ?? []
    const found = isWhole(view) ? await inAll(view, read) : await inFirst(view, read)
    rows.close()
    if (found === 'many') return outnumberHeads(session, { log, heads }, signal)
    if (found !== false || view.phase.kind !== 'scanning') return found
    await untilOther(session, () => session.getState().views.get(heads) !== view, signal)
  }
}

type Read = (from: number, to: number) => Promise<readonly Row[]>

/** Where the heads are those of all lines, as many lines as heads are entries of one line each. */
async function inAll({ first, end }: ViewState, read: Read): Promise<boolean | null> {
  if (end <= first) return false
  const [[one], [last]] = await Promise.all([read(first, first + 1), read(end - 1, end)])
  if (one?.line == null || last?.line == null) return null
  return last.line - one.line > end - 1 - first || (last.entryLines ?? 1) > 1
}

async function inFirst({ first, end }: ViewState, read: Read): Promise<boolean | null | 'many'> {
  const to = Math.min(end, first + MAX_HEADS)
  const rows = await read(first, to)
  if (rows.some(({ entryLines = 1 }) => entryLines > 1)) return true
  if (to < end) return 'many'
  return rows.length < to - first ? null : false
}
