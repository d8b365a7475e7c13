import type { LineNumber } from '../../../shared/line-number.ts'
import type { LogId } from '../../../shared/protocol.ts'
import type { Folding } from '../../data/folding.ts'
import type { Fold } from '../../data/page-state.ts'
import type { Session } from '../../data/session.ts'

export interface UnfoldLineParts {
  readonly session: Pick<Session, 'getState' | 'viewPlace' | 'viewRows'>
  readonly folding: Pick<Folding, 'toggleAt'>
}

/** Unfolds the entry that hides a line, so that the line can be gone to; all others stay as they are. */
export async function unfoldLine(
  { session, folding }: UnfoldLineParts,
  log: LogId,
  line: LineNumber,
): Promise<void> {
  const fold = session.getState().folds.get(log)
  if (fold === undefined) return
  const differs = isInSplice(fold, line)
  const isHidden = fold.kind === 'lines' ? differs : !differs && !(await isHead(session, log, line))
  if (isHidden) await folding.toggleAt(log, line)
}

/** Whether the line is one of those that were unfolded, or folded, by themselves. */
function isInSplice({ kind, splices }: Fold, line: LineNumber): boolean {
  return splices.some(({ line: first, insert, remove }) => {
    return line >= first && line < first + (kind === 'heads' ? insert : remove)
  })
}

async function isHead(
  session: UnfoldLineParts['session'],
  log: LogId,
  line: LineNumber,
): Promise<boolean> {
  const heads = session.getState().folds.get(log)?.heads
  if (heads === undefined) return true
  const place = await session.viewPlace(log, heads, line)
  if (place.kind !== 'ok') return true
  const { row } = place.value
  const rows = session.viewRows(log, heads)
  const read = await rows.read(row, row + 1)
  rows.close()
  return read?.[0]?.line === line
}
