import { afterEach, describe, expect, it, vi } from 'vitest'
import type { HistogramRange } from '../../../../src/renderer/data/histogram-range.ts'
import {
  HistogramFeed,
  type HistogramState,
} from '../../../../src/renderer/ui/histogram/histogram-feed.ts'
import type { Histogram } from '../../../../src/shared/histogram.ts'
import { PATIENCE } from '../../../support/patience.ts'

const WISH = { key: 'a', view: null, zoom: null, most: 60 } as const
const feeds: HistogramFeed[] = []

afterEach(() => {
  for (const feed of feeds.splice(0)) feed.close()
})

/** A log of one line at each of `times`, and the feed of its histogram. */
function logOf(times: number[], facts: Partial<Histogram> = {}) {
  const asked: HistogramRange[] = []
  const states: HistogramState[] = []
  const answerTo = ({ from, to, buckets }: HistogramRange): Histogram => {
    const whole =
      times.length === 0 ? { from: 0, to: 0 } : { from: times[0] ?? 0, to: (times.at(-1) ?? 0) + 1 }
    const [low, high] = [from ?? whole.from, to ?? whole.to]
    const width = (high - low) / buckets
    return {
      by: times.length === 0 ? 'position' : 'time',
      from: low,
      to: high,
      whole,
      buckets: Array.from({ length: high > low ? buckets : 0 }, (_, index) => {
        const at = low + index * width
        const lines = times.filter((time) => time >= at && time < at + width).length
        return { at, lines, levels: [0, 0, 0, lines, 0, 0, 0] }
      }),
      surveyed: times.length,
      total: times.length,
      zone: 'UTC',
      ...facts,
    }
  }
  const feed = new HistogramFeed({
    ask: async (range) => {
      asked.push(range)
      return { kind: 'ok', value: answerTo(range) }
    },
    offsetOf: () => 0,
    onChange: (state) => states.push(state),
  })
  feeds.push(feed)
  const counts = () => {
    const state = states.at(-1)
    return state?.kind === 'counted' ? state.counts.map(({ lines }) => lines) : null
  }
  return { feed, asked, states, counts }
}

const seconds = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => (from + index) * 1000)

describe('the feed of a histogram', () => {
  it('counts the whole log in parts of a whole width', async () => {
    const { feed, asked, states, counts } = logOf(seconds(3, 63))
    feed.wish(WISH)
    await vi.waitFor(() => expect(counts()).toEqual(Array(60).fill(1)), PATIENCE)
    expect(states[0]).toEqual({ kind: 'loading' })
    expect(asked).toHaveLength(2)
    expect(states.at(-1)).toMatchObject({ whole: { from: 3000, to: 62_001 }, counted: 1 })
  })

  it('asks only for the end of a log that grows', async () => {
    const times = seconds(0, 50)
    const { feed, asked, counts } = logOf(times)
    feed.wish(WISH)
    await vi.waitFor(() => expect(counts()).toEqual(Array(50).fill(1)), PATIENCE)
    times.push(...seconds(50, 60))
    feed.poke()
    await vi.waitFor(() => expect(counts()).toEqual(Array(60).fill(1)), PATIENCE)
    const later = asked.slice(2)
    expect(later.length).toBeGreaterThan(0)
    for (const { from } of later) expect(from).toBeGreaterThanOrEqual(47_000)
  })

  it('counts everything once more when the log grows no longer', async () => {
    const times = seconds(0, 50)
    const { feed, asked, counts } = logOf(times)
    feed.wish(WISH)
    await vi.waitFor(() => expect(counts()).toHaveLength(50), PATIENCE)
    times.push(49_500)
    feed.poke()
    await vi.waitFor(() => expect(counts()?.at(-1)).toBe(2), PATIENCE)
    // A line that came far too late: no part of what was asked for.
    times.splice(5, 0, 5000)
    await vi.waitFor(() => expect(counts()?.[5]).toBe(2), PATIENCE)
    expect(asked.at(-1)).toMatchObject({ from: 0 })
  }, 20_000)

  it('counts a part of it when that is wished for', async () => {
    const { feed, counts, states } = logOf(seconds(0, 1000))
    feed.wish(WISH)
    await vi.waitFor(() => expect(counts()).not.toBeNull(), PATIENCE)
    feed.wish({ ...WISH, zoom: { from: 100_000, to: 110_000 } })
    await vi.waitFor(() => {
      expect(states.at(-1)).toMatchObject({ buckets: { from: 100_000, to: 110_000, width: 200 } })
    }, PATIENCE)
    expect(counts()?.reduce((sum, lines) => sum + lines, 0)).toBe(10)
    expect(states.at(-1)).toMatchObject({ whole: { from: 0, to: 999_001 } })
  })

  it('shows how far the log is surveyed, and asks on until it is', async () => {
    const facts = { surveyed: 1e9, total: 4e9 }
    const { feed, asked, states } = logOf(seconds(0, 10), facts)
    feed.wish(WISH)
    await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ counted: 0.25 }), PATIENCE)
    const before = asked.length
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(before + 1), PATIENCE)
  })

  it('asks on for the rest of a small log that is not surveyed yet', async () => {
    const facts = { surveyed: 0, total: 1000 }
    const { feed, states, asked } = logOf(seconds(0, 10), facts)
    feed.wish(WISH)
    await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ counted: 0 }), PATIENCE)
    Object.assign(facts, { surveyed: 950 })
    await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ counted: 1 }), PATIENCE)
    Object.assign(facts, { surveyed: 1000 })
    const before = asked.length
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(before), PATIENCE)
  })

  it('is empty until there is a line', async () => {
    const times: number[] = []
    const { feed, states, counts } = logOf(times)
    feed.wish(WISH)
    await vi.waitFor(() => expect(states.at(-1)).toEqual({ kind: 'empty' }), PATIENCE)
    times.push(...seconds(0, 5))
    feed.poke()
    await vi.waitFor(
      () => expect(counts()?.reduce((sum, lines) => sum + lines, 0)).toBe(5),
      PATIENCE,
    )
  })

  it('begins anew with another log', async () => {
    const { feed, states } = logOf(seconds(0, 50))
    feed.wish(WISH)
    await vi.waitFor(() => expect(states.at(-1)?.kind).toBe('counted'), PATIENCE)
    feed.wish({ ...WISH, key: 'b' })
    expect(states.at(-1)).toEqual({ kind: 'loading' })
    await vi.waitFor(() => expect(states.at(-1)?.kind).toBe('counted'), PATIENCE)
  })

  it('says that it failed, and tries again', async () => {
    const states: HistogramState[] = []
    let asked = 0
    const feed = new HistogramFeed({
      ask: async () => {
        asked += 1
        return { kind: 'refused', error: 'network', detail: '' }
      },
      offsetOf: () => 0,
      onChange: (state) => states.push(state),
    })
    feeds.push(feed)
    feed.wish(WISH)
    await vi.waitFor(() => expect(states.at(-1)).toEqual({ kind: 'failed' }), PATIENCE)
    await vi.waitFor(() => expect(asked).toBe(2), PATIENCE)
  })
})
