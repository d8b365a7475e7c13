import type { LogId } from '../../../shared/log-id.ts'
import type { ViewId } from '../../../shared/views.ts'
import type { Session } from '../../data/session.ts'

/**
 * How long a view stays open that is not shown any more, in ms: the list finds out by its rows which
 * line the reader was on, and who compares with and without a filter switches it on again.
 */
const CLOSE_AFTER_MS = 5000

/** A view that is not shown any more, and what it was asked for. */
interface Closing {
  readonly log: LogId
  readonly key: string
  readonly timer: ReturnType<typeof setTimeout>
}

/** The views of filters that were shown a moment ago. */
export class ClosingViews {
  readonly #session: Pick<Session, 'getState' | 'closeView'>
  readonly #views = new Map<ViewId, Closing>()

  constructor(session: Pick<Session, 'getState' | 'closeView'>) {
    this.#session = session
  }

  /** Closes it after a while. */
  add(log: LogId, view: ViewId, key: string): void {
    const timer = setTimeout(() => {
      this.#views.delete(view)
      this.#session.closeView(log, view)
    }, CLOSE_AFTER_MS)
    this.#views.set(view, { log, key, timer })
  }

  /** The view that was asked for with this key, which is not closed then; null when there is none. */
  takeBack(log: LogId, key: string): ViewId | null {
    const { views } = this.#session.getState()
    for (const [view, asked] of this.#views) {
      const phase = views.get(view)?.phase.kind
      const isUsable = phase === 'scanning' || phase === 'current'
      if (asked.log !== log || asked.key !== key || !isUsable) continue
      clearTimeout(asked.timer)
      this.#views.delete(view)
      return view
    }
    return null
  }

  /** Another filter is on its way: nobody comes back to these any more, and they take the cores. */
  closeAll(log: LogId): void {
    for (const [view, asked] of this.#views) {
      if (asked.log !== log) continue
      clearTimeout(asked.timer)
      this.#views.delete(view)
      this.#session.closeView(log, view)
    }
  }

  /** Forgets all of them. */
  end(): void {
    for (const { timer } of this.#views.values()) clearTimeout(timer)
    this.#views.clear()
  }
}
