import { selectedLog } from './page-state.ts'
import type { PageStore } from './page-store.ts'
import { addRateSample, type RateSample, rateAt } from './rate.ts'

/** The rate falls back to 0 by itself: it is looked at this often, in ms. */
const RATE_INTERVAL_MS = 500

/** Measures how fast the selected log grows, and keeps that in the state. */
export class RateMeter {
  readonly #store: PageStore
  #samples: readonly RateSample[] = []
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(store: PageStore) {
    this.#store = store
  }

  /** Notes how many lines the log has now. */
  sample(): void {
    const log = selectedLog(this.#store.state)
    // While the index is first built its lines are found, not written: they are no rate.
    if (log === null || (this.#samples.length === 0 && log.indexed < log.bytes)) return
    this.#samples = addRateSample(this.#samples, { at: Date.now(), lines: log.end })
  }

  /** What was before has nothing to do with what comes: another log, another stream. */
  reset(): void {
    this.#samples = []
  }

  start(): void {
    this.#timer ??= setInterval(() => {
      this.#store.dispatch({ kind: 'rate', rate: rateAt(this.#samples, Date.now()) })
    }, RATE_INTERVAL_MS)
  }

  stop(): void {
    this.close()
    this.reset()
  }

  close(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}
