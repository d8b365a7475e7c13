import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { histogram, lineAt } from '../../../src/shared/histogram.ts'
import { ask } from '../../support/ask.ts'
import { startTestServer } from '../../support/start-test-server.ts'

const ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone
const FIRST = Date.UTC(2024, 0, 2, 3, 4, 0)

/** A log of a line each second for a minute, every tenth an error. */
async function startWithTimes() {
  const { server, port, folder } = await startTestServer()
  const file = join(folder, 'app.log')
  const lines = Array.from({ length: 60 }, (_, at) => {
    const time = new Date(FIRST + at * 1000).toISOString()
    return `${time} ${at % 10 === 0 ? 'ERROR' : 'INFO'} line ${at}\n`
  })
  await writeFile(file, lines.join(''))
  const path = `/api/logs/${server.openFile(file)}`
  const get = async (rest: string) => {
    const { status, text } = await ask(port, { path: `${path}/${rest}` })
    return { status, body: JSON.parse(text) }
  }
  await vi.waitFor(async () => expect((await get('line-at?time=0')).body.line).toBe(0), {
    timeout: 10_000,
  })
  return { port, path, get }
}

describe('GET /api/logs/:id/histogram', () => {
  it('answers the lines per level in each part of the time of the log', async () => {
    const { get } = await startWithTimes()
    const { status, body } = await get('histogram?buckets=6')
    expect(status).toBe(200)
    const answer = histogram.parse(body)
    expect(answer).toMatchObject({ by: 'time', from: FIRST, to: FIRST + 59_001, zone: ZONE })
    expect(answer.surveyed).toBe(answer.total)
    expect(answer.buckets.map(({ lines }) => lines)).toEqual([10, 10, 10, 10, 10, 10])
    expect(answer.buckets[0]?.levels).toEqual([0, 1, 0, 9, 0, 0, 0])
  })

  it('answers a part of the time', async () => {
    const { get } = await startWithTimes()
    const range = `from=${FIRST + 9500}&to=${FIRST + 11_500}`
    const answer = histogram.parse((await get(`histogram?${range}&buckets=2`)).body)
    expect(answer.buckets).toEqual([
      { at: FIRST + 9500, lines: 1, levels: [0, 1, 0, 0, 0, 0, 0] },
      { at: FIRST + 10_500, lines: 1, levels: [0, 0, 0, 1, 0, 0, 0] },
    ])
    expect(answer.whole).toEqual({ from: FIRST, to: FIRST + 59_001 })
    expect((await get('histogram?from=5&to=5')).body.buckets).toEqual([])
    expect((await get('histogram')).body.buckets).toHaveLength(200)
  })

  it('answers by position where that is asked for', async () => {
    const { get } = await startWithTimes()
    const answer = histogram.parse((await get('histogram?by=position&buckets=3')).body)
    expect(answer).toMatchObject({ by: 'position', from: 0, to: 60 })
    expect(answer.buckets.map(({ at, lines }) => [at, lines])).toEqual([
      [0, 20],
      [20, 20],
      [40, 20],
    ])
  })

  it.each([
    'buckets=0',
    'buckets=2001',
    'buckets=-1',
    'buckets=1.5',
    'buckets=',
    'buckets=x',
    'from=x',
    'from=',
    'from=1e3',
    'from=NaN',
    'from=Infinity',
    'from=--1',
    'to=9999999999999999',
    'to=0x10',
    'from=2&to=1',
    'by=line',
  ])('refuses ?%s with a sentence', async (query) => {
    const { get } = await startWithTimes()
    const { status, body } = await get(`histogram?${query}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: 'bad-request', detail: expect.stringMatching(/^The /) })
  })

  it('knows only views and logs that are open', async () => {
    const { get, port } = await startWithTimes()
    expect((await get('histogram?view=none')).status).toBe(404)
    expect((await ask(port, { path: '/api/logs/none/histogram' })).status).toBe(404)
    expect((await ask(port, { path: '/api/logs/none/line-at?time=1' })).status).toBe(404)
  })
})

describe('GET /api/logs/:id/line-at', () => {
  it('answers the first line that is as late, and how far the log reaches', async () => {
    const { get } = await startWithTimes()
    const { status, body } = await get(`line-at?time=${FIRST + 30_500}`)
    expect(status).toBe(200)
    expect(lineAt.parse(body)).toEqual({
      line: 31,
      first: FIRST,
      last: FIRST + 59_000,
      zone: ZONE,
    })
    expect((await get('line-at?time=-1')).body.line).toBe(0)
    expect((await get(`line-at?time=${FIRST + 60_000}`)).body.line).toBeNull()
  })

  it.each(['', 'time=', 'time=now', 'time=1e999'])('refuses ?%s with a sentence', async (query) => {
    const { get } = await startWithTimes()
    const { status, body } = await get(`line-at?${query}`)
    expect(status).toBe(400)
    expect(body.detail).toMatch(/^The parameter `time` must be/)
  })

  it('knows only GET and HEAD', async () => {
    const { port, path } = await startWithTimes()
    for (const address of ['line-at?time=1', 'histogram']) {
      const reply = await ask(port, { method: 'DELETE', path: `${path}/${address}` })
      expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD'])
    }
  })
})
