/** How many lines a log had at a moment (milliseconds since 1970). */
export interface RateSample {
  readonly at: number
  readonly lines: number
}

/** The rate is the mean over this long: shorter jumps about, longer lags behind what one sees. */
export const RATE_WINDOW_MS = 3000

/**
 * Samples closer than this are merged, so that a log that changes a thousand times a second keeps
 * thirty samples and not three thousand.
 */
const MIN_SAMPLE_DISTANCE_MS = 100

/** Adds a sample and forgets those that no window needs any more. */
export function addRateSample(
  samples: readonly RateSample[],
  sample: RateSample,
): readonly RateSample[] {
  const last = samples.at(-1)
  if (last !== undefined && sample.lines < last.lines) return [sample]
  const from = sample.at - RATE_WINDOW_MS
  // The newest sample at or before the window's start is kept: the rate is measured from it.
  const first = samples.findLastIndex(({ at }) => at <= from)
  const kept = first > 0 ? samples.slice(first) : samples
  const previous = kept.at(-2)
  const merge = previous !== undefined && sample.at - previous.at < MIN_SAMPLE_DISTANCE_MS
  return [...(merge ? kept.slice(0, -1) : kept), sample]
}

/** Lines per second over the last {@link RATE_WINDOW_MS}, rounded to a tenth. */
export function rateAt(samples: readonly RateSample[], now: number): number {
  const newest = samples.at(-1)
  const oldest = samples[0]
  if (newest === undefined || oldest === undefined) return 0
  const from = now - RATE_WINDOW_MS
  const base = samples.findLast(({ at }) => at <= from) ?? oldest
  // A base just before the window is taken at its time; one long before it says that nothing came.
  const since = Math.max(base.at, from - MIN_SAMPLE_DISTANCE_MS)
  const elapsed = Math.max(now - since, 1000)
  return Math.round(((newest.lines - base.lines) / elapsed) * 10_000) / 10
}
