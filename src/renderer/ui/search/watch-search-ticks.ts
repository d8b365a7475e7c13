import { selectedLog, shownView } from '../../data/page-state.ts'
import type { Session } from '../../data/session.ts'
import type { Tick } from '../../list/list-ticks.ts'
import type { LogList } from '../../list/log-list.ts'
import type { Store } from '../page/store.ts'
import { resultsOf } from './log-search.ts'
import { searchTicks } from './search-ticks.ts'
import type { Searches } from './searches.ts'

/** The marks are made anew at most this often, in ms: a growing log moves them slower than that. */
const INTERVAL_MS = 1000

/** The first marks of a search wait, in ms: who is typing makes another search with each key. */
const FIRST_MS = 300

/** More parts than most scroll bars have pixels. */
const BUCKETS = 800

export interface SearchTicksParts {
  readonly session: Pick<Session, 'getState' | 'subscribe' | 'histogram'>
  readonly searches: Searches
  readonly list: Pick<Store<Pick<LogList, 'setTicks'> | null>, 'get' | 'subscribe'>
}

const NO_TICKS: readonly Tick[] = []

/** Keeps the marks beside the scroll bar where the matches are. */
export function watchSearchTicks({ session, searches, list }: SearchTicksParts): void {
  let asking: AbortController | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What the marks are of, and how far it had come. */
  let drawn = ''
  let drawnView: string | null = null
  let drawnAt = 0

  function facts() {
    const state = session.getState()
    const log = selectedLog(state)
    const id = resultsOf(searches.get())
    const view = id === null ? undefined : state.views.get(id)
    if (log === null || view === undefined) return null
    return { log, view, shown: shownView(state, log.id) }
  }

  function keyOf(known: NonNullable<ReturnType<typeof facts>>): string {
    const { log, view, shown } = known
    return [view.id, view.first, view.end, log.first, log.end, shown?.id, shown?.end].join(' ')
  }

  async function draw(): Promise<void> {
    timer = undefined
    const known = facts()
    if (known === null || asking !== null) return
    asking = new AbortController()
    const { signal } = asking
    drawn = keyOf(known)
    drawnView = known.view.id
    drawnAt = Date.now()
    const { log, view, shown } = known
    const range = { from: log.first, to: log.end, buckets: BUCKETS, by: 'position' } as const
    const [found, rows] = await Promise.all([
      session.histogram(log.id, { ...range, view: view.id }, signal),
      shown === null ? null : session.histogram(log.id, { ...range, view: shown.id }, signal),
    ])
    if (signal.aborted) return
    asking = null
    if (found.kind !== 'ok' || (rows !== null && rows.kind !== 'ok')) return
    list.get()?.setTicks(searchTicks(found.value, rows?.value ?? null), 'search')
    // What is not surveyed yet has no place yet.
    if (found.value.surveyed < found.value.total) drawn = ''
    look()
  }

  function forget(): void {
    clearTimeout(timer)
    timer = undefined
    asking?.abort()
    asking = null
    if (drawnView !== null) list.get()?.setTicks(NO_TICKS, 'search')
    drawnView = null
    drawn = ''
  }

  function look(): void {
    const known = facts()
    if (known === null || (drawnView !== null && known.view.id !== drawnView)) forget()
    if (known === null || asking !== null || timer !== undefined || keyOf(known) === drawn) return
    const wait = drawnView === null ? FIRST_MS : Math.max(0, drawnAt + INTERVAL_MS - Date.now())
    timer = setTimeout(() => void draw(), wait)
  }

  session.subscribe(look)
  searches.subscribe(look)
  list.subscribe(() => {
    forget()
    look()
  })
}
