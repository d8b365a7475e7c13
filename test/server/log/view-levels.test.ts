import { appendFileSync, renameSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Wanted } from '../../../src/server/log/view-scan.ts'
import { LEVELS, levelOf } from '../../../src/shared/level.ts'
import { searchedLog } from '../../support/searched-log.ts'
import { text, wanted } from '../../support/wanted.ts'

const START = Date.UTC(2024, 0, 2)
const WORDS = ['INFO', 'WARN', 'ERROR', 'DEBUG', '']

/** Lines a second apart, of levels in turn; every third is about a request. */
function lines(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => {
    const at = from + index
    const about = at % 3 === 0 ? 'request' : 'housekeeping of the usual kind'
    return `${new Date(START + at * 1000).toISOString()} ${WORDS[at % 5]} ${about} ${at}`
  })
}

const asLog = (all: readonly string[]) => all.map((line) => `${line}\n`).join('')
const levelsOf = (all: readonly string[]) =>
  LEVELS.map((level) => all.filter((line) => levelOf(line) === level).length)

async function viewOf(content: string, query: Partial<Wanted>) {
  const { path, log, until } = await searchedLog(content)
  const view = log.views.open({ ...wanted([text('request')]), levels: true, ...query })
  const counted = async () => {
    const request = { from: null, to: null, buckets: 10, rows: view.tally }
    const { buckets } = await log.survey.histogram(request)
    return LEVELS.map((_, level) =>
      buckets.reduce((sum, bucket) => sum + (bucket.levels?.[level] ?? 0), 0),
    )
  }
  return { path, log, view, until, counted }
}

describe('the histogram of a view', () => {
  it('counts its rows per level, and those that come', async () => {
    const all = lines(0, 20_000)
    const { path, until, counted } = await viewOf(asLog(all.slice(0, 15_000)), {})
    const requests = (to: number) =>
      levelsOf(all.slice(0, to).filter((line) => line.includes('request')))
    await until(async () => expect(await counted()).toEqual(requests(15_000)))
    appendFileSync(path, asLog(all.slice(15_000)))
    await until(async () => expect(await counted()).toEqual(requests(20_000)))
  })

  it('goes on over a rotation', async () => {
    const all = lines(0, 600)
    const { path, log, until, counted } = await viewOf(asLog(all.slice(0, 400)), {})
    await until(() => expect(log.state().end).toBe(400))
    renameSync(path, `${path}.1`)
    writeFileSync(path, asLog(all.slice(400)))
    const requests = levelsOf(all.filter((line) => line.includes('request')))
    await until(async () => expect(await counted()).toEqual(requests))
  })

  it('counts the lines of an entry at its level, also when more is added to it', async () => {
    const entry = `${lines(0, 3).join('\n')}\n    at request.of(A.java)\n`
    const query = wanted([text('request')], { entries: true }).query
    const { path, until, counted } = await viewOf(entry, { query })
    // Lines 0 (INFO), and 2 (ERROR) with its continuation.
    await until(async () => expect(await counted()).toEqual([0, 2, 0, 1, 0, 0, 0]))
    appendFileSync(path, '    at B.java\n')
    await until(async () => expect(await counted()).toEqual([0, 3, 0, 1, 0, 0, 0]))
    appendFileSync(path, asLog(lines(3, 5)))
    await until(async () => expect(await counted()).toEqual([0, 3, 0, 1, 1, 0, 0]))
  })

  it('tells the rows of a short log where they lie, with the levels that they have', async () => {
    const all = lines(0, 100).map((line, at) => (at === 70 ? `${line} needle` : line))
    const { log, view, until } = await viewOf(asLog(all), {
      ...wanted([text('needle')]),
      levels: false,
    })
    await until(() => expect(view.state()).toMatchObject({ end: 1, phase: { kind: 'current' } }))
    const [from, to] = [START, START + 100_000]
    const request = { from, to, buckets: 10, rows: view.tally, view: view.state() }
    const { buckets } = await log.survey.histogram(request)
    expect(buckets.map(({ lines: count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0, 0])
    expect(buckets[7]?.levels).toEqual([0, 0, 0, 1, 0, 0, 0])
  })

  it('tells them within the times of the view only', async () => {
    const time = { from: START + 30_000, to: START + 60_000 }
    const { log, view, until } = await viewOf(asLog(lines(0, 100)), { time })
    await until(() => expect(view.state()).toMatchObject({ end: 10, phase: { kind: 'current' } }))
    const [from, to] = [START, START + 100_000]
    const request = { from, to, buckets: 10, rows: view.tally, view: view.state() }
    const { buckets } = await log.survey.histogram(request)
    expect(buckets.map(({ lines: count }) => count)).toEqual([0, 0, 0, 4, 3, 3, 0, 0, 0, 0])
  })

  it('knows no levels of a view that was not asked to count them', async () => {
    const { log, view, until } = await viewOf(asLog(lines(0, 30)), { levels: false })
    await until(() => expect(view.state()).toMatchObject({ end: 10, phase: { kind: 'current' } }))
    const request = { from: null, to: null, buckets: 4, rows: view.tally }
    const { buckets } = await log.survey.histogram(request)
    expect(buckets.map(({ levels }) => levels)).toEqual([null, null, null, null])
    expect(buckets.reduce((sum, { lines: count }) => sum + count, 0)).toBe(10)
  })
})
