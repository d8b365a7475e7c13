import type { ApiErrorCode, LogId } from '../../../shared/protocol.ts'
import type { InvalidQuery } from '../../../shared/query.ts'
import type { ViewId } from '../../../shared/views.ts'
import { createFrameMoment } from '../../data/frame-moment.ts'
import { createListeners } from '../../data/listeners.ts'
import type { PageState } from '../../data/page-state.ts'
import type { Session } from '../../data/session.ts'
import type { OpeningPlace, ViewWish } from '../../data/view-wish.ts'
import { createLinesMoment } from '../page/lines-moment.ts'
import { ClosingViews } from './closing-views.ts'
import type { Filters } from './filters.ts'

/** What became of the filter of a log. */
export type AppliedFilter =
  /** There is nothing to hide. */
  | { readonly kind: 'none' }
  /** The server was asked; what was shown before still is. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly view: ViewId }
  /** It cannot be asked: all lines are shown. */
  | {
      readonly kind: 'refused'
      readonly error: ApiErrorCode | 'network'
      readonly query: InvalidQuery | null
    }

/** The views that belong to the filters of all logs. */
export interface FilterViews {
  /** The same object until it changes. */
  get(log: LogId | null): AppliedFilter
  /** Called behind the frame that shows the lines, of every change of a filter too. Returns the unsubscribe. */
  subscribe(listener: () => void): () => void
  close(): void
}

/** What is needed of the session. */
export type FilteringSession = Pick<
  Session,
  'getState' | 'subscribe' | 'watch' | 'openView' | 'closeView' | 'showView'
>

/** A filter whose view is gone, or that could not be asked, is asked again after this long, in ms. */
const RETRY_MS = 1000

/** Rows that come with the answer: as many as the list wants, so that the first frame asks for none. */
const OPENING_ROWS = 200

const NONE: AppliedFilter = { kind: 'none' }

/** What is known of the filter of one log. */
interface Entry {
  /** What was asked for last, as JSON; null for all lines. */
  asked: string | null
  applied: AppliedFilter
  /** The view that is open, while another one is being opened too, and what was asked for with it. */
  view: ViewId | null
  key: string
  askedAt: number
  /** What the list was told last to show. */
  wanted: ViewId | null
}

/**
 * Keeps for each open log that has a filter the view of it open, and lets the list show it. `readingAt`
 * says where a log is being read, whose rows come with the answer; null where nobody reads it.
 */
export function createFilterViews(
  session: FilteringSession,
  filters: Filters,
  readingAt: (log: LogId) => OpeningPlace | null,
): FilterViews {
  const entries = new Map<LogId, Entry>()
  const listeners = createListeners()
  const wishes = new WeakMap<object, { readonly wish: ViewWish; readonly key: string } | 'all'>()
  const closing = new ClosingViews(session)
  let retry: ReturnType<typeof setTimeout> | undefined
  /** The views when it was looked at them last. */
  let seen: PageState['views'] | null = null

  function wishOf(log: LogId): { readonly wish: ViewWish; readonly key: string } | 'all' {
    const filter = filters.get(log)
    const known = wishes.get(filter)
    if (known !== undefined) return known
    const query = filters.queryOf(log)
    const { time, lines } = filter
    const wish = query === null ? null : { query, time, lines, levels: true }
    const found = wish === null ? 'all' : { wish, key: JSON.stringify(wish) }
    wishes.set(filter, found)
    return found
  }

  const told = createFrameMoment(() => listeners.notify())
  const moment = createLinesMoment(told.soon)

  /** What the list is to show of a log, as things are. */
  function show(log: LogId, entry: Entry): void {
    const { applied } = entry
    const { views } = session.getState()
    const open = applied.kind === 'open' && !filters.get(log).lifted ? applied.view : null
    const phase = open === null ? undefined : views.get(open)?.phase
    // Nothing is hidden by a filter that is broken, or by one whose view is gone.
    const wanted = phase === undefined || phase.kind === 'failed' ? null : open
    if (applied.kind === 'opening' || wanted === entry.wanted) return
    entry.wanted = wanted
    session.showView(log, wanted)
  }

  function closeLater(log: LogId, { view, key }: Entry): void {
    if (view !== null) closing.add(log, view, key)
  }

  async function open(log: LogId, entry: Entry, wish: ViewWish, key: string): Promise<void> {
    entry.asked = key
    entry.askedAt = performance.now()
    const known = closing.takeBack(log, key)
    if (known !== null) {
      closeLater(log, entry)
      entry.view = known
      entry.key = key
      entry.applied = { kind: 'open', view: known }
      show(log, entry)
      moment.now()
      return
    }
    closing.closeAll(log)
    entry.applied = { kind: 'opening' }
    const at = readingAt(log)
    const opening = at === null ? null : { at, rows: OPENING_ROWS }
    moment.soon()
    const answer = await session.openView(log, { ...wish, opening })
    if (entry.asked !== key || entries.get(log) !== entry) {
      // Something else is wanted by now.
      if (answer.kind === 'opened') session.closeView(log, answer.view.id)
      return
    }
    closeLater(log, entry)
    entry.view = answer.kind === 'opened' ? answer.view.id : null
    entry.key = key
    entry.applied =
      answer.kind === 'opened'
        ? { kind: 'open', view: answer.view.id }
        : { kind: 'refused', error: answer.error, query: answer.query }
    show(log, entry)
    moment.now()
    if (isLost(entry)) retryLater()
  }

  /** Nothing else may happen by then that would make anybody look. */
  function retryLater(): void {
    retry ??= setTimeout(() => {
      retry = undefined
      update()
    }, RETRY_MS)
  }

  /** Whether what was asked for was lost on the way, or its view is gone: then it is asked for again. */
  function isLost({ applied }: Entry): boolean {
    if (applied.kind === 'refused') return applied.error === 'network'
    return applied.kind === 'open' && !session.getState().views.has(applied.view)
  }

  function updateLog(log: LogId): void {
    const wish = wishOf(log)
    const entry = entries.get(log)
    if (wish === 'all') {
      if (entry === undefined) return
      entries.delete(log)
      if (entry.wanted !== null) session.showView(log, null)
      closeLater(log, entry)
      moment.now()
      return
    }
    const known = entry ?? {
      asked: null,
      applied: NONE,
      view: null,
      key: '',
      askedAt: 0,
      wanted: null,
    }
    entries.set(log, known)
    const isDue = performance.now() - known.askedAt >= RETRY_MS
    if (known.asked !== wish.key || (isLost(known) && isDue)) {
      void open(log, known, wish.wish, wish.key)
    } else {
      show(log, known)
      if (isLost(known)) retryLater()
    }
  }

  function update(): void {
    const { server } = session.getState()
    if (server === null) return
    const logs = new Set(server.logs.map(({ id }) => id))
    for (const log of entries.keys()) if (!logs.has(log)) entries.delete(log)
    for (const log of logs) updateLog(log)
  }

  /**
   * What the list shows follows the views at once: the rows of one that failed would hide all others for
   * a frame and more. A server tells of something up to 1 000 times a second: that costs 0.2 µs when it
   * is no view, and 2.5 µs with twenty filtered logs.
   */
  function follow(): void {
    const { views } = session.getState()
    if (views === seen) return
    seen = views
    for (const [log, entry] of entries) show(log, entry)
  }

  const stopFilters = filters.subscribe(() => {
    update()
    if (!moment.isWaiting) moment.now()
  })
  const stopWatching = session.watch(follow)
  const stopSession = session.subscribe(update)
  update()
  return {
    get: (log) => (log === null ? undefined : entries.get(log)?.applied) ?? NONE,
    subscribe: (listener) => listeners.add(listener),
    close() {
      clearTimeout(retry)
      // What is still being asked finds that nobody wants it.
      entries.clear()
      told.forget()
      stopWatching()
      closing.end()
      stopFilters()
      stopSession()
    },
  }
}
