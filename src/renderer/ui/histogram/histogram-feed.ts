import type { Histogram } from '../../../shared/histogram.ts'
import type { ViewId } from '../../../shared/views.ts'
import type { Answer } from '../../data/api.ts'
import type { HistogramRange } from '../../data/histogram-range.ts'
import { type Counts, firstChanged, isSameGrid, mergeCounts } from './merge-counts.ts'
import { type Buckets, type PlaceRange, planBuckets } from './plan-buckets.ts'

/** A log that grows is counted again at most twice a second, in ms: an eye follows no more. */
const REFRESH_MS = 500

/** While the log is surveyed its share is shown, and asked for this often, in ms. */
const PROGRESS_MS = 250

/** Wishes that come one after the other, as from a wheel, are asked this far apart, in ms. */
const ANEW_MS = 50

/**
 * What a filter shows is counted this much later, in ms: its lines are fetched and drawn first, which
 * took half as long again beside a count (2 cores).
 */
const LINES_FIRST_MS = 150

/** When a request that failed is tried again, in ms. */
const RETRY_MS = 2000

/** After this long without growth, in ms, what was put together of parts is counted as a whole once. */
const SETTLE_MS = 3000

/** Lines that come into their part late, in ms: writers with buffers and clocks of their own. */
const LATE_MS = 2000

/** What a live log writes between two answers, in bytes, and no reason to show progress. */
const UNNOTICED_BYTES = 16 * 1024 * 1024

/** What small logs write meanwhile. */
const UNNOTICED_SHARE = 0.1

/** What is counted. */
export interface HistogramWish {
  /** Another key is another log, or the same bytes read differently. */
  readonly key: string
  /** Only the rows of this view. */
  readonly view: ViewId | null
  /** Null shows the whole log. */
  readonly zoom: PlaceRange | null
  /** Parts at most: as many as the width can show. */
  readonly most: number
}

export type HistogramState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'counted'
      readonly buckets: Buckets
      readonly counts: readonly Counts[]
      /** What the whole log reaches over. */
      readonly whole: PlaceRange
      /** The share of the log that is counted, below 1 while it is being surveyed. */
      readonly counted: number
    }

export interface HistogramFeedOptions {
  ask(range: HistogramRange, signal: AbortSignal): Promise<Answer<Histogram>>
  /** What is added to a time to have that of the wall clock; notes the zone of the log's server. */
  offsetOf(answer: Histogram): number
  onChange(state: HistogramState): void
}

interface Outcome {
  readonly state: HistogramState
  /** When to ask again, in ms; null when nothing is to be expected. */
  readonly again: number | null
  /** Whether it was put together of parts that were counted at different times. */
  readonly pieced: boolean
}

const FAILED: Outcome = { state: { kind: 'failed' }, again: RETRY_MS, pieced: false }

/**
 * The histogram of one log, kept current: asked as a whole at first and when something else is wished
 * for, and afterwards only where the log has grown. One request at a time.
 */
export class HistogramFeed {
  readonly #options: HistogramFeedOptions
  #wish: HistogramWish | null = null
  #state: HistogramState = { kind: 'loading' }
  /** Facts of the last answer about the whole log. */
  #last: Histogram | null = null
  #asking: AbortController | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #settle: ReturnType<typeof setTimeout> | undefined
  #askedAt = 0
  /** Something changed since the last request began. */
  #stale = false
  #closed = false

  constructor(options: HistogramFeedOptions) {
    this.#options = options
  }

  /** What to count from now on. */
  wish(wish: HistogramWish): void {
    const before = this.#wish
    this.#wish = wish
    if (before?.key !== wish.key) {
      this.#last = null
      this.#show({ kind: 'loading' })
    } else if (
      before.view === wish.view &&
      before.most === wish.most &&
      before.zoom === wish.zoom
    ) {
      return
    }
    const isOther = before !== null && before.key === wish.key && before.view !== wish.view
    this.#askAnew(isOther ? LINES_FIRST_MS : 0)
  }

  /** The log, or the view, has changed. */
  poke(): void {
    this.#stale = true
    if (this.#asking === null) this.#askLater(REFRESH_MS)
  }

  close(): void {
    this.#closed = true
    this.#asking?.abort()
    clearTimeout(this.#timer)
    clearTimeout(this.#settle)
  }

  #show(state: HistogramState): void {
    this.#state = state
    this.#options.onChange(state)
  }

  /** Something else is wished for: what is on its way is not. */
  #askAnew(notBefore = 0): void {
    this.#asking?.abort()
    this.#asking = null
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#askLater(ANEW_MS, 'all', notBefore)
  }

  #askLater(everyMs: number, what: 'all' | 'end' = 'end', notBefore = 0): void {
    if (this.#closed) return
    const wait = Math.max(notBefore, this.#askedAt + everyMs - Date.now())
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.#ask(what)
    }, wait)
  }

  async #ask(what: 'all' | 'end'): Promise<void> {
    const wish = this.#wish
    if (wish === null || this.#closed) return
    const asking = new AbortController()
    this.#asking = asking
    this.#askedAt = Date.now()
    this.#stale = false
    clearTimeout(this.#settle)
    const { state, again, pieced } = await this.#count(wish, what, asking.signal)
    if (asking.signal.aborted || this.#closed) return
    this.#asking = null
    // What was counted before is better than nothing.
    if (state.kind !== 'failed' || this.#state.kind === 'loading') this.#show(state)
    if (again !== null) this.#askLater(again)
    else if (this.#stale) this.#askLater(REFRESH_MS)
    else if (pieced) this.#settle = setTimeout(() => this.#askAnew(), SETTLE_MS)
  }

  async #count(wish: HistogramWish, what: 'all' | 'end', signal: AbortSignal): Promise<Outcome> {
    const known = this.#last ?? (await this.#askWhole(signal))
    if (known === null) return FAILED
    const buckets = this.#plan(wish, known)
    if (buckets === null) {
      // Nothing was there when it was asked: somebody pokes when there is.
      this.#last = null
      return { state: { kind: 'empty' }, again: null, pieced: false }
    }
    const at = what === 'end' ? this.#firstChanged(buckets, wish) : 0
    const before = at > 0 && this.#state.kind === 'counted' ? this.#state.counts : []
    const answer = await this.#options.ask(
      {
        from: buckets.from + at * buckets.width,
        to: buckets.to,
        buckets: buckets.count - at,
        view: wish.view,
      },
      signal,
    )
    if (answer.kind === 'refused') return FAILED
    const { value } = answer
    this.#last = value
    // The lines turned out to have times, or to have none: everything else is planned.
    if (value.by !== buckets.by) return { state: this.#state, again: 0, pieced: false }
    const state: HistogramState = {
      kind: 'counted',
      buckets,
      counts: mergeCounts(buckets, before, at, value.buckets),
      whole: value.whole,
      counted: isBehind(value) ? 1 - unsurveyed(value) : 1,
    }
    return { state, again: this.#again(wish, buckets, value), pieced: at > 0 }
  }

  /** When to ask again by itself, in ms; null when nothing is to be expected. */
  #again(wish: HistogramWish, buckets: Buckets, answer: Histogram): number | null {
    if (isBehind(answer)) return PROGRESS_MS
    if (unsurveyed(answer) > 0) return REFRESH_MS
    const now = this.#plan(wish, answer)
    const isSame =
      now?.from === buckets.from && now.to === buckets.to && now.width === buckets.width
    return isSame ? null : REFRESH_MS
  }

  async #askWhole(signal: AbortSignal): Promise<Histogram | null> {
    const range = { from: null, to: null, buckets: 1, view: null }
    const answer = await this.#options.ask(range, signal)
    return answer.kind === 'ok' ? answer.value : null
  }

  #plan({ zoom, most }: HistogramWish, known: Histogram): Buckets | null {
    return planBuckets(known.by, zoom ?? known.whole, most, this.#options.offsetOf(known))
  }

  /** The first part that growth can have changed; 0 when what is shown is no part of what is wished for. */
  #firstChanged(buckets: Buckets, { view }: HistogramWish): number {
    const state = this.#state
    if (state.kind !== 'counted' || state.counted < 1 || view !== null) return 0
    if (!isSameGrid(state.buckets, buckets)) return 0
    const { from, to } = state.whole
    // What is not surveyed yet is at the end, and about that share of the whole.
    const left = Math.ceil((to - from) * unsurveyed(this.#last) * 2)
    const late = buckets.by === 'time' ? Math.max(LATE_MS, left) : left
    // What lies behind the parts that were asked for was not counted.
    const end = Math.min(to, state.buckets.to)
    return Math.min(buckets.count - 1, firstChanged(buckets, end, late))
  }
}

/** Whether so much is left that the bars are not those of the log. */
function isBehind(answer: Histogram): boolean {
  return answer.total - answer.surveyed > UNNOTICED_BYTES || unsurveyed(answer) > UNNOTICED_SHARE
}

function unsurveyed(answer: Histogram | null): number {
  return answer === null || answer.total === 0 ? 0 : 1 - answer.surveyed / answer.total
}
