import { truncate } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import { BytesGone } from '../../../../src/server/engine/byte-source.ts'
import { decodeLine } from '../../../../src/server/engine/decode.ts'
import type { SurveyTask, TimeFormat } from '../../../../src/server/engine/engine-task.ts'
import { surveyTask } from '../../../../src/server/engine/survey/survey-task.ts'
import { createTaskTools } from '../../../../src/server/engine/threads/task-tools.ts'
import { createTimeParser } from '../../../../src/server/engine/time/time-parser.ts'
import { LEVELS, levelOf } from '../../../../src/shared/level.ts'
import { encodeText } from '../../../support/encode-text.ts'
import { engineFile } from '../../../support/engine-file.ts'
import { encoding as anyEncoding } from '../arbitrary-log.ts'
import { naiveLines, naiveText } from '../naive-lines.ts'
import { runTask } from '../read/run-task.ts'
import { SCANNERS } from '../scan/scanners.ts'
import { logText } from './arbitrary-times.ts'

const FORMAT: TimeFormat = {
  notation: 'iso',
  place: { kind: 'word', word: 0 },
  zoneMinutes: 0,
  lastChange: 0,
}

/** Levels and first times per block, added up over all pieces. */
interface Stats {
  readonly levels: Map<number, number[]>
  readonly times: Map<number, number>
}

function emptyStats(): Stats {
  return { levels: new Map(), times: new Map() }
}

function rowOf({ levels }: Stats, block: number): number[] {
  const row = levels.get(block) ?? LEVELS.map(() => 0)
  levels.set(block, row)
  return row
}

/** Runs the task and adds up its pieces; pieces must come in order. */
function survey(task: SurveyTask, stats: Stats, create = SCANNERS[0]?.[1]): number {
  if (create === undefined) throw new Error('There is no scanner.')
  const tools = { ...createTaskTools(), scanner: create(1024 * 1024 + BLOCK_BYTES) }
  const run = surveyTask(task, tools)
  const { pieces, result } = runTask(run)
  let to = task.from
  for (const piece of pieces) {
    expect(piece.to).toBeGreaterThanOrEqual(to)
    to = piece.to
    piece.times.forEach((time, at) => {
      const block = piece.block + at
      const row = rowOf(stats, block)
      LEVELS.forEach((_, level) => {
        row[level] = (row[level] ?? 0) + (piece.levels[at * LEVELS.length + level] ?? 0)
      })
      if (!Number.isNaN(time) && !stats.times.has(block)) stats.times.set(block, time)
    })
  }
  for (const [block, row] of stats.levels) if (row.every((n) => n === 0)) stats.levels.delete(block)
  return result.to
}

/** The oracle: every line by itself. */
function naiveSurvey(bytes: Uint8Array, task: SurveyTask): Stats {
  const stats = emptyStats()
  const { encoding } = task.file
  const parse = createTimeParser(FORMAT, encoding)
  for (const line of naiveLines(bytes, encoding)) {
    if (line.start < task.from || line.start >= task.to) continue
    const block = Math.floor(line.start / BLOCK_BYTES)
    const row = rowOf(stats, block)
    const level = LEVELS.indexOf(levelOf(naiveText(bytes, line, encoding).text))
    row[level] = (row[level] ?? 0) + 1
    const time = parse(bytes, line.start, line.end)
    if (!Number.isNaN(time) && !stats.times.has(block)) stats.times.set(block, time)
  }
  return stats
}

describe('a survey', () => {
  it.each(SCANNERS)(
    'counts what the oracle counts, cut into parts anywhere: %s',
    async (_, create) => {
      await fc.assert(
        fc.asyncProperty(
          logText,
          anyEncoding,
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
          async (text, encoding, cuts) => {
            const bytes = encodeText(text, encoding)
            const { file, close } = await engineFile(bytes, encoding)
            const whole = { file, from: 0, to: bytes.length, end: bytes.length, format: FORMAT }
            const places = [...cuts.map((cut) => Math.floor(cut * bytes.length)), bytes.length]
            const stats = emptyStats()
            let from = 0
            for (const to of places.sort((a, b) => a - b)) {
              expect(survey({ ...whole, from, to }, stats, create)).toBeGreaterThanOrEqual(to)
              from = to
            }
            expect(stats).toEqual(naiveSurvey(bytes, whole))
            await close()
          },
        ),
        { numRuns: 40 },
      )
    },
  )

  it('counts a line where it starts, however long it and its hole are', async () => {
    const bytes = Buffer.concat([
      Buffer.from('2024-01-02 03:04:05 INFO a\n'),
      Buffer.alloc(3_000_000),
      Buffer.from('2024-01-02 03:04:06 ERROR '),
      Buffer.alloc(5_000_000, 'x'),
      Buffer.from('\n2024-01-02 03:04:07 WARN b\n'),
    ])
    const { file } = await engineFile(bytes)
    const task = { file, from: 0, to: bytes.length, end: bytes.length, format: FORMAT }
    const stats = emptyStats()
    survey(task, stats)
    expect(stats.levels).toEqual(
      new Map([
        [0, [0, 1, 0, 1, 0, 0, 0]],
        [Math.floor((bytes.length - 27) / BLOCK_BYTES), [0, 0, 1, 0, 0, 0, 0]],
      ]),
    )
    // The times are those of the lines, and the second of block 0 is not its first.
    expect([...stats.times.values()]).toEqual([
      Date.UTC(2024, 0, 2, 3, 4, 5),
      Date.UTC(2024, 0, 2, 3, 4, 7),
    ])
    expect(decodeLine(bytes.subarray(-27), 'utf-8')).toBe('2024-01-02 03:04:07 WARN b')
  })

  it('begins with a line at its start where that is said', async () => {
    const bytes = Buffer.from('ERROR kept of a line\nINFO b\n')
    const { file } = await engineFile(bytes)
    const task = { file, from: 6, to: 28, end: 28, format: null, lineStart: true }
    const stats = emptyStats()
    survey(task, stats)
    expect(stats.levels).toEqual(new Map([[0, [0, 0, 0, 1, 0, 0, 1]]]))
  })

  it('ends where the file does, and fails when it begins otherwise by now', async () => {
    const bytes = Buffer.from('INFO a\n'.repeat(100_000))
    const { file, path } = await engineFile(bytes)
    const task = { file, from: 0, to: bytes.length, end: bytes.length, format: null }
    await truncate(path, 70_000)
    expect(survey(task, emptyStats())).toBe(70_000)
    await truncate(path, 0)
    expect(() => survey(task, emptyStats())).toThrow(BytesGone)
  })
})
