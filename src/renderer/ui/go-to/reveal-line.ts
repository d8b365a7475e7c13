import type { LineNumber } from '../../../shared/line-number.ts'
import type { LogId } from '../../../shared/protocol.ts'
import { type PageState, shownView } from '../../data/page-state.ts'
import type { LogList } from '../../list/log-list.ts'
import { type UnfoldLineParts, unfoldLine } from './unfold-line.ts'
import { untilOtherRows } from './until-other-rows.ts'

/** Unfolds the entry that hides a line, and resolves when `list` draws the rows in which it is shown. */
export async function revealLine(
  parts: UnfoldLineParts,
  list: Pick<LogList, 'onRows'> | null,
  log: LogId,
  line: LineNumber,
): Promise<void> {
  const state = () => parts.session.getState()
  if (!state().folds.has(log)) return
  const before = rowsOf(state(), log)
  const others = list === null ? Promise.resolve() : untilOtherRows(list)
  await unfoldLine(parts, log, line)
  if (rowsOf(state(), log) !== before) await others
}

/** Which rows the list shows of a log, but for entries that are folded differently. */
function rowsOf(state: PageState, log: LogId): string {
  const fold = state.folds.get(log)
  const shown = fold?.kind === 'heads' ? fold.heads : shownView(state, log)?.id
  return `${fold?.kind} ${shown}`
}
