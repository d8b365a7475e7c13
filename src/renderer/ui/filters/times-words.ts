import type { TFunction } from 'i18next'
import type { Clock } from '../../../shared/time/clock.ts'
import type { TimeRange } from '../../../shared/views.ts'
import type { TimeWords } from '../histogram/time-words.ts'

/** No finer than both ends are, in ms: minutes, seconds or thousandths. */
const WIDTHS_MS = [60_000, 1000, 1] as const

/** Which times are shown, on the clock of the log. */
export function timesWords(
  t: TFunction,
  words: TimeWords,
  { toWallClock }: Pick<Clock, 'toWallClock'>,
  { from, to }: TimeRange,
): string {
  const [start, end] = [from, to].map((ms) => (ms === null ? null : toWallClock(ms)))
  const width = WIDTHS_MS.find((ms) => (start ?? 0) % ms === 0 && (end ?? 0) % ms === 0) ?? 1
  if (start == null) {
    return end == null ? t('filters.time') : t('filters.timesTo', { to: words.start(end, width) })
  }
  const first = words.start(start, width)
  if (end == null) return t('filters.timesFrom', { from: first })
  return t('filters.times', { from: first, to: words.end(end, start, width) })
}
