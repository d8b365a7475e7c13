import type { LogId } from '../../../shared/protocol.ts'
import type { ViewId } from '../../../shared/views.ts'
import type { Session } from '../../data/session.ts'
import { untilOther } from '../../data/until-other.ts'

/** Where to look. */
export interface LineInView {
  readonly log: LogId
  readonly view: ViewId
  readonly line: number
}

/**
 * Whether a view has a row for this line. Waits until its search has come that far; null when it could
 * not be told, as when the view is gone.
 */
export async function isInView(
  session: Pick<Session, 'getState' | 'subscribe' | 'viewPlace'>,
  { log, view, line }: LineInView,
  signal: AbortSignal,
): Promise<boolean | null> {
  for (;;) {
    const before = session.getState().views.get(view)
    if (before === undefined || signal.aborted) return null
    const at = await session.viewPlace(log, view, line, signal)
    if (at.kind !== 'ok') return null
    const { row, end } = at.value
    if (row < end || before.phase.kind !== 'scanning') {
      // After the other one: what is found meanwhile can only be behind both.
      const next = await session.viewPlace(log, view, line + 1, signal)
      return next.kind === 'ok' ? next.value.row > row : null
    }
    await untilOther(session, () => session.getState().views.get(view) !== before, signal)
  }
}
