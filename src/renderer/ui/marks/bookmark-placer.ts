import type { LogId, LogState } from '../../../shared/protocol.ts'
import { isIndexing } from '../../data/is-indexing.ts'
import { selectedLog } from '../../data/page-state.ts'
import type { Session } from '../../data/session.ts'
import type { Bookmarks } from './bookmarks.ts'
import { findLine } from './find-line.ts'
import { createLogFinder } from './log-finder.ts'

/** A bookmark that was not found before all lines were counted is looked for again after this, in ms. */
const RETRY_MS = 1000

/** How often: a log that grows all the time may never be counted to its very end. */
const MAX_RETRIES = 3

/**
 * Looks for the bookmarks of the selected log whose lines may stand elsewhere by now: after a start of
 * page or server, and when the log is read anew. One at a time, so that a log with many bookmarks is
 * searched for one of them only.
 */
export class BookmarkPlacer {
  readonly #session: Session
  readonly #bookmarks: Bookmarks
  readonly #closed = new AbortController()
  readonly #stops: readonly (() => void)[]
  /** What the numbers of each log meant last. */
  readonly #meanings = new Map<LogId, string>()
  #isLooking = false
  #retry: ReturnType<typeof setTimeout> | undefined
  /** How often the bookmark was looked for that could not be found last. */
  #tries = { mark: '', count: 0 }

  constructor(session: Session, bookmarks: Bookmarks) {
    this.#session = session
    this.#bookmarks = bookmarks
    this.#stops = [session.subscribe(() => this.#look()), bookmarks.subscribe(() => this.#look())]
    this.#look()
  }

  close(): void {
    this.#closed.abort()
    clearTimeout(this.#retry)
    for (const stop of this.#stops) stop()
  }

  #look(): void {
    if (this.#isLooking || this.#closed.signal.aborted) return
    const state = this.#session.getState()
    this.#forgetClosed(state.server?.logs ?? [])
    const log = selectedLog(state)
    if (log === null || state.server === null) return
    this.#isLooking = true
    this.#learn(log, `${state.server.instance} ${log.encoding}`)
    this.#giveUpGone(log)
    this.#isLooking = false
    // A log without lines may get them again.
    if (this.#retry !== undefined || isIndexing(log) || log.end === log.first) return
    const mark = this.#bookmarks.of(log).find(({ place }) => place === 'unsure')
    if (mark === undefined) return
    this.#isLooking = true
    const finder = createLogFinder(this.#session, log, this.#closed.signal)
    const meaning = this.#meanings.get(log.id)
    void findLine(mark, finder).then((line) => {
      this.#isLooking = false
      if (this.#closed.signal.aborted) return
      // Among the last lines, of which not all were counted yet.
      if (line === null && log.indexed < log.bytes && this.#mayTry(mark.id)) this.#lookLater()
      else if (meaning === this.#meanings.get(log.id)) this.#bookmarks.settle(log, mark.id, line)
      this.#look()
    })
  }

  #mayTry(mark: string): boolean {
    const count = this.#tries.mark === mark ? this.#tries.count + 1 : 1
    this.#tries = { mark, count }
    return count <= MAX_RETRIES
  }

  #lookLater(): void {
    this.#retry = setTimeout(() => {
      this.#retry = undefined
      this.#look()
    }, RETRY_MS)
  }

  /** A log that is opened again may number its lines anew. */
  #forgetClosed(logs: readonly LogState[]): void {
    for (const id of this.#meanings.keys()) {
      if (!logs.some((log) => log.id === id)) this.#meanings.delete(id)
    }
  }

  #learn(log: LogState, meaning: string): void {
    const before = this.#meanings.get(log.id)
    if (before === meaning) return
    this.#meanings.set(log.id, meaning)
    this.#bookmarks.unsettle(log, 'all')
  }

  /** Lines before the first one that can be read are gone for good. */
  #giveUpGone(log: LogState): void {
    for (const { id, line, place } of this.#bookmarks.of(log)) {
      if (place === 'sure' && line < log.first) this.#bookmarks.settle(log, id, null)
    }
  }
}
