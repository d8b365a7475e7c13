import type { LogId } from '../../../shared/protocol.ts'
import { afterFrame } from '../../data/after-frame.ts'
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

/** Each log has a search of its own, which goes on while another log is on the screen. */
export function createSearches(session: SearchedSession & Pick<Session, 'subscribe'>): Searches {
  const searchers = new Map<LogId, LogSearcher>()
  const watchers = createListeners()
  const subscribers = createListeners()
  let forgetFrame: (() => void) | null = null
  let selected: LogId | null = null
  // A new log is searched as the one before: who wants regular expressions wants them there too.
  let manner: Omit<SearchInput, 'text'> = EMPTY_INPUT

  function tell(cause: SearchCause): void {
    watchers.notify()
    if (cause === 'answer') {
      forgetFrame ??= afterFrame(() => tellSubscribers())
    } else tellSubscribers()
  }

  function tellSubscribers(): void {
    forgetFrame?.()
    forgetFrame = null
    subscribers.notify()
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

  function follow(): void {
    const state = session.getState()
    for (const [log, searcher] of searchers) {
      if (state.server === null || state.server.logs.some(({ id }) => id === log)) continue
      searcher.end()
      searchers.delete(log)
    }
    const isOther = state.selected !== selected
    selected = state.selected
    if (isOther) tell('user')
    own()?.settle()
  }

  session.subscribe(follow)
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
