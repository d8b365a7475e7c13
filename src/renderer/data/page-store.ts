import type { Action } from './action.ts'
import { createFrameMoment } from './frame-moment.ts'
import { createListeners } from './listeners.ts'
import type { PageState } from './page-state.ts'
import { INITIAL_PAGE_STATE, reduce } from './reduce.ts'

/** React hears of what happened at most this often, in ms: a log changes up to 1 000 times a second. */
const NOTIFY_INTERVAL_MS = 33

/**
 * And of lines that came no more often than this: the list draws them by itself, and no eye reads a
 * counter faster (at 100 000 lines/s, thirty times a second took 13% of the page's time).
 */
const GROWTH_INTERVAL_MS = 100

/** The page's state, which is replaced as a whole, and who is told of it. */
export class PageStore {
  readonly #onUpdate: (before: PageState) => void
  readonly #watchers = createListeners()
  readonly #subscribers = createListeners()
  #state = INITIAL_PAGE_STATE
  #timer: ReturnType<typeof setTimeout> | undefined
  /** When the timer is due. */
  #dueAt = 0
  #notifiedAt = 0
  readonly #moment = createFrameMoment(() => this.#notify())

  /** `onUpdate` is called with the state before, ahead of everybody who is told. */
  constructor(onUpdate: (before: PageState) => void) {
    this.#onUpdate = onUpdate
  }

  get state(): PageState {
    return this.#state
  }

  /** Told of every change at once. Returns the unsubscribe. */
  watch(listener: () => void): () => void {
    return this.#watchers.add(listener)
  }

  /**
   * Told at once of what the user did; of all else behind the frame in which the watchers draw it, of
   * lines that came at most ten times a second and of the rest at most thirty times.
   */
  subscribe(listener: () => void): () => void {
    return this.#subscribers.add(listener)
  }

  /** Carries out what the user did, or what is as rare, and tells everybody at once. */
  dispatch(action: Action): void {
    const before = this.#state
    this.update(action)
    this.tell(before)
  }

  /**
   * Carries out what an answer brought: the watchers are told at once, and the subscribers when the
   * lines are on the screen, for which somebody waits.
   */
  dispatchAnswer(action: Action): void {
    const before = this.#state
    this.update(action)
    if (this.#state === before) return
    this.#watchers.notify()
    this.#notifyAfterFrame()
  }

  /** Carries out an action and tells nobody yet. */
  update(action: Action): void {
    const before = this.#state
    this.#state = reduce(before, action)
    if (this.#state !== before) this.#onUpdate(before)
  }

  /** Tells everybody at once, if anything changed since. */
  tell(before: PageState): void {
    if (this.#state === before) return
    this.#watchers.notify()
    this.#moment.now()
  }

  /** Tells the watchers at once and the subscribers soon; whether anything changed since. */
  tellSoon(before: PageState, what: 'growth' | 'news'): boolean {
    if (this.#state === before) return false
    this.#watchers.notify()
    const interval = what === 'growth' ? GROWTH_INTERVAL_MS : NOTIFY_INTERVAL_MS
    const dueAt = this.#notifiedAt + interval
    const now = Date.now()
    if (dueAt <= now) this.#notifyAfterFrame()
    else if (this.#timer === undefined || dueAt < this.#dueAt) {
      clearTimeout(this.#timer)
      this.#dueAt = dueAt
      this.#timer = setTimeout(() => this.#notifyAfterFrame(), dueAt - now)
    }
    return true
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#moment.forget()
  }

  #notifyAfterFrame(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#moment.soon()
  }

  #notify(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#notifiedAt = Date.now()
    this.#subscribers.notify()
  }
}
