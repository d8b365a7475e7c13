import { appendFileSync, renameSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../src/server/engine/block-index.ts'
import type { Extent } from '../../../src/server/log/timeline.ts'
import { ViewTally } from '../../../src/server/log/view-tally.ts'
import type { Histogram } from '../../../src/shared/histogram.ts'
import { LEVELS, type Level, levelOf } from '../../../src/shared/level.ts'
import { searchedLog } from '../../support/searched-log.ts'

const START = Date.UTC(2024, 1, 28, 23, 0)
const WHOLE = { from: null, to: null, buckets: 10, rows: null } as const

interface Line {
  readonly time: number | null
  readonly text: string
}

/** `count` lines that are `stepMs` apart and out of order by up to `jitterMs`, some without a time. */
function timedLines(count: number, stepMs: number, jitterMs = 0, seed = 1): Line[] {
  let state = seed
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const levels = ['INFO', 'INFO', 'WARN', 'ERROR', 'DEBUG', '']
  return Array.from({ length: count }, (_, at) => {
    if (at > 0 && random(10) === 0) return { time: null, text: '\tat com.example.App.main' }
    const time = START + at * stepMs - random(jitterMs + 1)
    const word = levels[random(levels.length)]
    return { time, text: `${new Date(time).toISOString()} ${word} ${'x'.repeat(random(150))}` }
  })
}

function asLog(lines: readonly Line[]): string {
  return lines.map((line) => `${line.text}\n`).join('')
}

function levelsOf(lines: readonly Line[]): number[] {
  return LEVELS.map((level: Level) => lines.filter((line) => levelOf(line.text) === level).length)
}

function sumOf({ buckets }: Pick<Histogram, 'buckets'>): number[] {
  return LEVELS.map((_, level) =>
    buckets.reduce((sum, bucket) => sum + (bucket.levels?.[level] ?? 0), 0),
  )
}

/** Where each line counts: lines without a time with the one before. */
function places(lines: readonly Line[]): number[] {
  let place = lines.find(({ time }) => time !== null)?.time ?? Number.NaN
  return lines.map(({ time }) => {
    place = time ?? place
    return place
  })
}

async function surveyed(content: string) {
  const { path, log, until } = await searchedLog(content)
  const whole = async (request: Parameters<typeof log.survey.histogram>[0] = WHOLE) => {
    let answer = await log.survey.histogram(request)
    await until(async () => {
      answer = await log.survey.histogram(request)
      expect(answer.surveyed).toBe(answer.total)
    })
    return answer
  }
  return { path, log, until, whole }
}

describe('the histogram of a log', () => {
  it('is exact to the line where the range is short', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3000 }),
        fc.nat(2000),
        fc.nat(5000),
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (count, stepMs, jitterMs, buckets, start, length) => {
          const lines = timedLines(count, stepMs, jitterMs)
          const { whole } = await surveyed(asLog(lines))
          const times = lines.flatMap(({ time }) => time ?? [])
          const all = await whole({ ...WHOLE, buckets })
          expect(all).toMatchObject({ by: 'time', from: Math.min(...times) })
          expect(all.to).toBe(Math.max(...times) + 1)
          expect(sumOf(all)).toEqual(levelsOf(lines))

          const from = all.from + Math.floor(start * (all.to - all.from))
          const to = from + 1 + Math.floor(length * (all.to - from))
          const part = await whole({ ...WHOLE, buckets, from, to })
          const at = places(lines)
          part.buckets.forEach((bucket, index) => {
            const inside = lines.filter((_, line) => {
              const place = at[line] ?? Number.NaN
              return (
                place >= from &&
                place < to &&
                Math.floor(((place - from) / (to - from)) * buckets) === index
              )
            })
            expect(bucket.levels).toEqual(levelsOf(inside))
          })
        },
      ),
      { numRuns: 15 },
    )
  }, 60_000)

  it('has every line once where the range is long, and each near its time', async () => {
    const lines = timedLines(60_000, 1000, 3000)
    const { whole } = await surveyed(asLog(lines))
    const buckets = 30
    const answer = await whole({ ...WHOLE, buckets })
    expect(sumOf(answer)).toEqual(levelsOf(lines))
    const at = places(lines)
    let expected = 0
    let found = 0
    for (const bucket of answer.buckets) {
      // All lines before a bucket, but for those of a block or two.
      expected = at.filter((place) => place < bucket.at).length
      expect(Math.abs(found - expected)).toBeLessThan(2 * 65_536 * (60_000 / asLog(lines).length))
      found += bucket.lines
    }
    expect(answer.buckets).toHaveLength(buckets)
  })

  it('goes by the numbers of the lines where they have no times', async () => {
    const lines = Array.from({ length: 1000 }, (_, at) => (at < 250 ? 'ERROR a' : 'INFO b'))
    const { whole } = await surveyed(`${lines.join('\n')}\n`)
    const answer = await whole({ ...WHOLE, buckets: 4 })
    expect(answer).toMatchObject({ by: 'position', from: 0, to: 1000 })
    expect(answer.buckets).toEqual([
      { at: 0, lines: 250, levels: [0, 250, 0, 0, 0, 0, 0] },
      { at: 250, lines: 250, levels: [0, 0, 0, 250, 0, 0, 0] },
      { at: 500, lines: 250, levels: [0, 0, 0, 250, 0, 0, 0] },
      { at: 750, lines: 250, levels: [0, 0, 0, 250, 0, 0, 0] },
    ])
    const part = await whole({ ...WHOLE, from: 240, to: 260, buckets: 2 })
    expect(part.buckets.map(({ levels }) => levels)).toEqual([
      [0, 10, 0, 0, 0, 0, 0],
      [0, 0, 0, 10, 0, 0, 0],
    ])
  })

  it('has all lines of a long log without times, by their numbers', async () => {
    const lines = Array.from({ length: 150_000 }, (_, at) =>
      at % 3 === 0
        ? 'WARN something with many words to fill the block'
        : 'nothing to say here at all',
    )
    const { whole } = await surveyed(`${lines.join('\n')}\n`)
    const answer = await whole({ ...WHOLE, buckets: 100 })
    expect(sumOf(answer)).toEqual([0, 0, 50_000, 0, 0, 0, 100_000])
    for (const { lines: count } of answer.buckets) expect(Math.abs(count - 1500)).toBeLessThan(10)
  })

  it('is empty for an empty log, and grows with it', async () => {
    const { path, log, whole, until } = await surveyed('')
    expect(await whole()).toEqual({
      by: 'position',
      from: 0,
      to: 0,
      whole: { from: 0, to: 0 },
      buckets: [],
      surveyed: 0,
      total: 0,
    })
    const lines = timedLines(500, 10)
    appendFileSync(path, asLog(lines.slice(0, 200)))
    await until(() => expect(log.state().end).toBe(200))
    expect(sumOf(await whole())).toEqual(levelsOf(lines.slice(0, 200)))
    appendFileSync(path, asLog(lines.slice(200)))
    await until(() => expect(log.state().end).toBe(500))
    expect(sumOf(await whole())).toEqual(levelsOf(lines))
  })

  it('goes on over a rotation', async () => {
    const lines = timedLines(400, 1000)
    const { path, log, whole, until } = await surveyed(asLog(lines.slice(0, 150)))
    await whole()
    renameSync(path, `${path}.1`)
    writeFileSync(path, asLog(lines.slice(150)))
    await until(() => expect(log.state().end).toBe(400))
    const answer = await whole()
    expect(sumOf(answer)).toEqual(levelsOf(lines))
    expect(answer.from).toBe(START)
  })

  it('is made anew when the log is read in another encoding', async () => {
    const lines = timedLines(100, 1000)
    const { log, whole, until } = await surveyed(asLog(lines))
    await whole()
    log.setEncoding('utf-16le')
    await until(async () => expect((await whole()).by).toBe('position'))
    log.setEncoding('utf-8')
    await until(async () => expect(sumOf(await whole())).toEqual(levelsOf(lines)))
  })

  it('counts the rows of a view where their blocks lie', async () => {
    const lines = timedLines(60_000, 1000)
    const { log, whole, until } = await surveyed(asLog(lines))
    await until(() => expect(log.state().end).toBe(60_000))
    // What a search for ERROR tells: its hits per block.
    const tally = new ViewTally<Extent>()
    const hits = new Uint32Array(Math.ceil(log.state().bytes / BLOCK_BYTES))
    let offset = 0
    for (const line of lines) {
      const block = Math.floor(offset / BLOCK_BYTES)
      if (line.text.includes('ERROR')) hits[block] = (hits[block] ?? 0) + 1
      offset += line.text.length + 1
    }
    const [run] = log.timeline.entries
    if (run?.kind !== 'extent') throw new Error('The log has no run.')
    tally.begin(run, 0)
    tally.add({ to: offset, block: 0, hits, long: [] })
    const answer = await whole({ ...WHOLE, rows: tally, buckets: 20 })
    const rows = lines.filter((line) => line.text.includes('ERROR')).length
    expect(answer.buckets.reduce((sum, bucket) => sum + bucket.lines, 0)).toBe(rows)
    expect(answer.buckets.every(({ levels }) => levels === null)).toBe(true)
    const half = answer.buckets.slice(0, 10).reduce((sum, bucket) => sum + bucket.lines, 0)
    expect(Math.abs(half - rows / 2)).toBeLessThan(rows / 20)
  })
})

describe('the line of a time', () => {
  it('is the first that is as late, over rotations too', async () => {
    const lines = timedLines(3000, 700, 2000)
    const { path, log, until } = await surveyed(asLog(lines.slice(0, 1000)))
    renameSync(path, `${path}.1`)
    writeFileSync(path, asLog(lines.slice(1000)))
    await until(() => expect(log.state().end).toBe(3000))
    const first = lines[0]?.time ?? 0
    for (let at = first - 5000; at < first + 3000 * 700 + 5000; at += 61_234) {
      const expected = lines.findIndex(({ time }) => time !== null && time >= at)
      expect(await log.survey.lineAtTime(at)).toBe(expected === -1 ? null : expected)
    }
  })

  it('is told with the first and the last time of the log', async () => {
    const { log } = await surveyed('2024-01-02 03:04:05Z a\n\tat b\n2024-01-02 03:04:09Z c\n')
    const first = Date.UTC(2024, 0, 2, 3, 4, 5)
    expect(await log.survey.lineAt(first + 1)).toEqual({ line: 2, first, last: first + 4000 })
    expect(await log.survey.lineAt(first + 4001)).toMatchObject({ line: null })
  })

  it('is none where lines have no times', async () => {
    const { log } = await surveyed('a\nb\n')
    expect(await log.survey.lineAt(0)).toEqual({ line: null, first: null, last: null })
  })
})
