import type { ApiErrorCode, LogId } from '../../../shared/protocol.ts'
import type { InvalidQuery } from '../../../shared/query.ts'
import type { ViewId } from '../../../shared/views.ts'
import { afterFrame } from '../../data/after-frame.ts'
import { createListeners } from '../../data/listeners.ts'
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
  'getState' | 'subscribe' | 'openView' | 'closeView' | 'showView'
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
  let forgetFrame: (() => void) | null = null

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

  const moment = createLinesMoment(() => {
    forgetFrame ??= afterFrame(() => {
      forgetFrame = null
      listeners.notify()
    })
  })

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
    retryLater(entry)
  }

  function retryLater({ applied }: Entry): void {
    if (applied.kind !== 'refused' || applied.error !== 'network') return
    clearTimeout(retry)
    retry = setTimeout(update, RETRY_MS)
  }

  /** Whether what was asked for was lost on the way, or its view is gone: then it is asked for again. */
  function isLost({ applied, askedAt }: Entry): boolean {
    if (performance.now() - askedAt < RETRY_MS) return false
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
    if (known.asked !== wish.key || isLost(known)) void open(log, known, wish.wish, wish.key)
    else show(log, known)
  }

  function update(): void {
    const { server } = session.getState()
    if (server === null) return
    const logs = new Set(server.logs.map(({ id }) => id))
    for (const log of entries.keys()) if (!logs.has(log)) entries.delete(log)
    for (const log of logs) updateLog(log)
  }

  const stopFilters = filters.subscribe(() => {
    update()
    if (!moment.isWaiting) moment.now()
  })
  const stopSession = session.subscribe(update)
  update()
  return {
    get: (log) => (log === null ? undefined : entries.get(log)?.applied) ?? NONE,
    subscribe: (listener) => listeners.add(listener),
    close() {
      clearTimeout(retry)
      forgetFrame?.()
      closing.end()
      stopFilters()
      stopSession()
    },
  }
}
