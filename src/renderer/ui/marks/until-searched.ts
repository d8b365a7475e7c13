import type { ViewId, ViewState } from '../../../shared/views.ts'
import type { Session } from '../../data/session.ts'

/**
 * Resolves with a view once the whole log was looked at for it; with null when it failed, was closed,
 * or `signal` was aborted before.
 */
export function untilSearched(
  session: Session,
  view: ViewId,
  signal: AbortSignal,
): Promise<ViewState | null> {
  return new Promise((resolve) => {
    const look = () => {
      const state = session.getState().views.get(view)
      if (state?.phase.kind === 'scanning' && !signal.aborted) return false
      unsubscribe()
      signal.removeEventListener('abort', look)
      resolve(state?.phase.kind === 'current' && !signal.aborted ? state : null)
      return true
    }
    const unsubscribe = session.subscribe(look)
    signal.addEventListener('abort', look)
    look()
  })
}
