import type { LogId } from '../../../shared/protocol.ts'
import type { Session } from '../../data/session.ts'

/** How long the news of an opened log may be on its way, in ms; the event stream brings it in a few. */
const LIMIT_MS = 10_000

/**
 * Resolves once the page knows `log`: main and the event stream tell of an opened log by different
 * ways, and either may be the first. Resolves with false when the news did not come.
 */
export function untilKnown(session: Session, log: LogId): Promise<boolean> {
  const isKnown = () => session.getState().server?.logs.some(({ id }) => id === log) ?? false
  if (isKnown()) return Promise.resolve(true)
  return new Promise((resolve) => {
    const finish = (known: boolean) => {
      clearTimeout(timer)
      unsubscribe()
      resolve(known)
    }
    const timer = setTimeout(() => finish(false), LIMIT_MS)
    const unsubscribe = session.subscribe(() => {
      if (isKnown()) finish(true)
    })
  })
}
