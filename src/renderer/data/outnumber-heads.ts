import type { LogId } from '../../shared/log-id.ts'
import type { ViewId, ViewState } from '../../shared/views.ts'
import type { Session } from './session.ts'
import { untilOther } from './until-other.ts'

/** What is needed of the session. */
export type CountingSession = Pick<Session, 'getState' | 'subscribe' | 'openView' | 'closeView'>

/**
 * Whether entries have more lines than there are heads of them in a view: a view of their lines is
 * opened beside it, and neither is read. Told as soon as one line too many was counted, else when the
 * log was searched. Null when it could not be told: a view was refused, ended early, or is gone.
 */
export async function outnumberHeads(
  session: CountingSession,
  { log, heads }: { readonly log: LogId; readonly heads: ViewId },
  signal: AbortSignal,
): Promise<boolean | null> {
  const wish = session.getState().views.get(heads)
  if (wish === undefined) return null
  const { query, lines, time } = wish
  const answer = await session.openView(log, { query: { ...query, heads: false }, lines, time })
  if (answer.kind !== 'opened') return null
  const { id } = answer.view
  try {
    while (!signal.aborted) {
      const { views } = session.getState()
      const [first, all] = [views.get(heads), views.get(id)]
      if (first === undefined || all === undefined) return null
      const found = compare(first, all)
      if (found !== 'open') return found
      const isOther = () => {
        const now = session.getState().views
        return now.get(heads) !== first || now.get(id) !== all
      }
      await untilOther(session, isOther, signal)
    }
    return null
  } finally {
    session.closeView(log, id)
  }
}

/** Two searches of a growing log: at times one of them has looked farther, at times the other. */
function compare(heads: ViewState, lines: ViewState): boolean | null | 'open' {
  const more = rowsOf(lines) - rowsOf(heads)
  if (more > 0 && lines.scanned <= heads.scanned) return true
  if (hasFailed(heads) || hasFailed(lines)) return null
  const isScanning = heads.phase.kind === 'scanning' || lines.phase.kind === 'scanning'
  if (isScanning || more !== 0 || lines.scanned < heads.scanned) return 'open'
  return false
}

function rowsOf({ first, end }: ViewState): number {
  return end - first
}

function hasFailed({ phase }: ViewState): boolean {
  return phase.kind === 'failed' || phase.kind === 'stopped'
}
