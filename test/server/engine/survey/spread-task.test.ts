import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TimeFormat } from '../../../../src/server/engine/engine-task.ts'
import { CompiledQueries } from '../../../../src/server/engine/search/compiled-queries.ts'
import { spreadTask } from '../../../../src/server/engine/survey/spread-task.ts'
import { createTaskTools } from '../../../../src/server/engine/threads/task-tools.ts'
import { createTimeParser } from '../../../../src/server/engine/time/time-parser.ts'
import { LEVELS, type Level, levelOf } from '../../../../src/shared/level.ts'
import type { Query } from '../../../../src/shared/query.ts'
import { encodeText } from '../../../support/encode-text.ts'
import { engineFile } from '../../../support/engine-file.ts'
import { text as term, wanted } from '../../../support/wanted.ts'
import { encoding as anyEncoding } from '../arbitrary-log.ts'
import { naiveLines, naiveText } from '../naive-lines.ts'
import { runTask } from '../read/run-task.ts'
import { SCANNERS } from '../scan/scanners.ts'
import { logText } from './arbitrary-times.ts'

const ISO: TimeFormat = {
  notation: 'iso',
  place: { kind: 'word', word: 0 },
  zoneMinutes: 0,
  lastChange: 0,
}

describe('a spread', () => {
  it.each(SCANNERS)('puts each line where the oracle puts it: %s', async (_, create) => {
    const scanner = create(1024 * 1024 + 64 * 1024)
    await fc.assert(
      fc.asyncProperty(
        logText,
        anyEncoding,
        fc.constantFrom(null, ISO),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(2000),
        fc.integer({ min: 1, max: 100_000 }),
        fc.constantFrom(null, 'a', 'ERROR', '0'),
        fc.constantFrom(null, 0.25),
        async (text, encoding, format, buckets, start, length, pattern, share) => {
          const bytes = encodeText(text, encoding)
          const { file, close } = await engineFile(bytes, encoding)
          const low = format === null ? start : Date.UTC(2024, 0, 1) + start * 1000
          const high = low + (format === null ? length : length * 1000)
          const expected = new Array<number>(buckets * LEVELS.length).fill(0)
          const parse = format === null ? null : createTimeParser(format, encoding)
          const lines = naiveLines(bytes, encoding).map((line, number) => ({
            level: LEVELS.indexOf(levelOf(naiveText(bytes, line, encoding).text)),
            text: naiveText(bytes, line, encoding).text,
            time: parse === null ? number : parse(bytes, line.start, line.end),
          }))
          let place = lines.find(({ time }) => !Number.isNaN(time))?.time ?? Number.NaN
          const from = share === null ? low : low + (high - low) * share
          for (const { level, time, text: line } of lines) {
            if (!Number.isNaN(time)) place = time
            if (!(place >= from && place < high)) continue
            if (pattern !== null && !line.includes(pattern)) continue
            const bucket = Math.floor(((place - low) / (high - low)) * buckets)
            const cell = bucket * LEVELS.length + level
            expected[cell] = (expected[cell] ?? 0) + 1
          }
          const range = { file, from: 0, to: bytes.length, end: bytes.length }
          const { result } = runTask(
            spreadTask(
              {
                ...range,
                ...{ format, low, high, buckets },
                ...(pattern !== null && { query: wanted([term(pattern)]).query }),
                ...(share !== null && { within: { from, to: high } }),
              },
              { scanner, queries: new CompiledQueries() },
            ),
          )
          expect([...result.levels]).toEqual(expected)
          await close()
        },
      ),
      { numRuns: 40 },
    )
  })

  it('counts whole entries at the level of their first line, each line where it stands', async () => {
    const text =
      '2024-01-01T00:00:01Z INFO a\n  rare\n  more\n2024-01-01T00:00:05Z ERROR b\n  x\n  rare\n2024-01-01T00:00:09Z INFO c\n  x\n'
    const bytes = Buffer.from(`\ufeff${text}`)
    const { file, close } = await engineFile(bytes, 'utf-8')
    const counts = (query: Query, how: 'time' | 'lines'): number[][] => {
      const low = how === 'time' ? Date.UTC(2024, 0, 1) : 0
      const high = how === 'time' ? low + 10_000 : 10
      const range = { file, from: 0, to: bytes.length, end: bytes.length, low, high, buckets: 5 }
      const format = how === 'time' ? ISO : null
      const entryRule = { kind: 'indentation' } as const
      const tools = createTaskTools()
      const { levels } = runTask(spreadTask({ ...range, format, query, entryRule }, tools)).result
      return [0, 1, 2, 3, 4].map((bucket) =>
        [...levels.subarray(bucket * LEVELS.length, (bucket + 1) * LEVELS.length)].map(Number),
      )
    }
    const at = (level: Level, count: number) => LEVELS.map((each) => (each === level ? count : 0))
    const none = LEVELS.map(() => 0)
    const rare = { all: [term('rare')], any: [], none: [], entries: true }
    expect(counts(rare, 'time')).toEqual([at('info', 3), none, at('error', 3), none, none])
    // The lines 0 and 1, 2 and 3, 4 and 5.
    const mixed = LEVELS.map((each) => (each === 'info' || each === 'error' ? 1 : 0))
    expect(counts(rare, 'lines')).toEqual([at('info', 2), mixed, at('error', 2), none, none])
    const found = { ...rare, all: [], levels: ['error' as const], find: term('rare') }
    expect(counts(found, 'lines')).toEqual([none, none, at('error', 1), none, none])
    expect(counts({ ...rare, heads: true }, 'lines')).toEqual([
      at('info', 1),
      at('error', 1),
      none,
      none,
      none,
    ])
    await close()
  })
})
