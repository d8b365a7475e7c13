import type { LogId } from '../../../shared/protocol.ts'
import { createFrameMoment } from '../../data/frame-moment.ts'
import { createListeners } from '../../data/listeners.ts'
import type { Session } from '../../data/session.ts'
import { type LogSearch, NO_SEARCH, type Visit } from './log-search.ts'
import { LogSearcher, type SearchCause, type SearchedSession } from './log-searcher.ts'
import { EMPTY_INPUT, type SearchInput } from './search-input.ts'

/** The searches of all logs; all of it is about the selected one. */
export interface Searches {
  /** The same object until it changes. */
  get(): LogSearch
  /** Whether the server answered what is typed. */
  isSettled(): boolean
  change(change: Partial<SearchInput>): void
  open(): void
  close(): void
  stop(): void
  again(): void
  visit(visit: Visit): void
  /** Called at once, when another log is selected too: for the lines. Returns the unsubscribe. */
  watch(listener: () => void): () => void
  /** Called at once when somebody did something, and behind the frame when the server answered. */
  subscribe(listener: () => void): () => void
}

/** What is needed of the session. */
export type FollowedSession = SearchedSession & Pick<Session, 'subscribe' | 'watch'>

/** Each log has a search of its own, which goes on while another log is on the screen. */
export function createSearches(session: FollowedSession): Searches {
  const searchers = new Map<LogId, LogSearcher>()
  const watchers = createListeners()
  const subscribers = createListeners()
  let selected: LogId | null = null
  /** Another log is selected, and the subscribers were not told yet. */
  let isOther = false
  // A new log is searched as the one before: who wants regular expressions wants them there too.
  let manner: Omit<SearchInput, 'text'> = EMPTY_INPUT

  const moment = createFrameMoment(() => {
    isOther = false
    subscribers.notify()
  })

  function tell(cause: SearchCause): void {
    watchers.notify()
    if (cause === 'answer') moment.soon()
    else moment.now()
  }

  function own(): LogSearcher | undefined {
    return selected === null ? undefined : searchers.get(selected)
  }

  function made(): LogSearcher | undefined {
    if (selected === null) return undefined
    const known = searchers.get(selected)
    if (known !== undefined) return known
    const input = { ...manner, text: '' }
    const searcher = new LogSearcher(session, selected, input, (cause) => {
      if (own() === searcher) tell(cause)
    })
    searchers.set(selected, searcher)
    return searcher
  }

  /** The lines of another log are never shown with the search of the one before. */
  function look(): void {
    const before = selected
    selected = session.getState().selected
    if (selected === before) return
    isOther = true
    watchers.notify()
  }

  function follow(): void {
    const { server } = session.getState()
    for (const [log, searcher] of searchers) {
      if (server === null || server.logs.some(({ id }) => id === log)) continue
      searcher.end()
      searchers.delete(log)
    }
    // The session waited for the frame already, where there is something to wait for.
    if (isOther) moment.now()
    own()?.settle()
  }

  session.watch(look)
  session.subscribe(follow)
  look()
  follow()
  return {
    get: () => own()?.search ?? NO_SEARCH,
    isSettled: () => own()?.isSettled ?? true,
    change(change) {
      const searcher = made()
      if (searcher === undefined) return
      searcher.change(change)
      const { text: _, ...rest } = searcher.search.input
      manner = rest
    },
    open: () => made()?.open(),
    close: () => own()?.close(),
    stop: () => own()?.stop(),
    again: () => own()?.again(),
    visit: (visit) => own()?.visit(visit),
    watch: (listener) => watchers.add(listener),
    subscribe: (listener) => subscribers.add(listener),
  }
}
