import type { LogId, LogState } from '../../../shared/protocol.ts'
import type { Session } from '../../data/session.ts'
import { createStore, type Store } from '../page/store.ts'

/** What came to a log since it was last looked at. */
export interface News {
  readonly lines: boolean
  /** New lines at level error or fatal. */
  readonly errors: number
}

export const NO_NEWS: News = { lines: false, errors: 0 }

/** What is new in each log that is not selected. */
export type AllNews = Store<ReadonlyMap<LogId, News>>

/** What the user saw of a log, or could have seen. */
interface Seen {
  readonly bytes: number
  readonly rotations: number
  readonly errors: number
}

/**
 * Keeps what is new in each log: the selected one is looked at, and the one that `second` tells; the
 * others are not.
 */
export function createNews(session: Session, second: () => LogId | null): AllNews {
  const news: AllNews = createStore<ReadonlyMap<LogId, News>>(new Map())
  const seen = new Map<LogId, Seen>()
  session.subscribe(() => {
    const { server, selected } = session.getState()
    const next = new Map<LogId, News>()
    for (const log of server?.logs ?? []) {
      const before = seen.get(log.id)
      const isShown = log.id === selected || log.id === second()
      if (before === undefined || isShown) seen.set(log.id, seenOf(log))
      else next.set(log.id, newsSince(before, log))
    }
    if (!isSame(news.get(), next)) news.set(next)
  })
  return news
}

function seenOf({ bytes, rotations, errors }: LogState): Seen {
  return { bytes, rotations, errors }
}

/** The errors of a server that was started again begin at 0: none of them was seen. */
export function newsSince(seen: Seen, log: Seen): News {
  const lines = log.bytes !== seen.bytes || log.rotations !== seen.rotations
  const errors = log.errors < seen.errors ? log.errors : log.errors - seen.errors
  return lines || errors > 0 ? { lines: true, errors } : NO_NEWS
}

function isSame(a: ReadonlyMap<LogId, News>, b: ReadonlyMap<LogId, News>): boolean {
  if (a.size !== b.size) return false
  for (const [log, { lines, errors }] of a) {
    const other = b.get(log)
    if (other === undefined || other.lines !== lines || other.errors !== errors) return false
  }
  return true
}
