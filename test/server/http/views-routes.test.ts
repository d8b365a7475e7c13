import { appendFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { apiError, serverState } from '../../../src/shared/protocol.ts'
import type { Term } from '../../../src/shared/query.ts'
import {
  MAX_VIEWS,
  type ViewState,
  viewList,
  viewPlace,
  viewState,
  viewWindow,
} from '../../../src/shared/views.ts'
import { ask } from '../../support/ask.ts'
import { grep } from '../../support/grep.ts'
import { mixedLines } from '../../support/mixed-lines.ts'
import { asText } from '../../support/numbered-lines.ts'
import { openEvents } from '../../support/open-events.ts'
import { startTestServer } from '../../support/start-test-server.ts'
import { lineRange, regexp, text, wanted } from '../../support/wanted.ts'

const LINES = mixedLines(5000)
const CONTENT = asText(LINES)

/** The body that asks for lines with these terms. */
function asked(...terms: Term[]) {
  return { query: wanted(terms).query }
}

async function startWithLog(content: string) {
  const started = await startTestServer()
  const { port } = started
  const file = join(started.folder, 'app.log')
  await writeFile(file, content)
  const log = started.server.openFile(file)
  const end = content.split('\n').length - 1
  const until = (end: number) =>
    vi.waitUntil(
      async () => {
        const { logs } = serverState.parse(
          JSON.parse((await ask(port, { path: '/api/logs' })).text),
        )
        return logs[0]?.end === end
      },
      { timeout: 20_000, interval: 10 },
    )
  await until(end)
  const views = `/api/logs/${log}/views`
  const send = (method: string, path: string, body: unknown) =>
    ask(port, {
      method,
      path,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  const open = async (body: unknown): Promise<ViewState> => {
    const reply = await send('POST', views, body)
    expect(reply.status).toBe(201)
    return viewState.parse(JSON.parse(reply.text))
  }
  const stateOf = async (id: string) =>
    viewState.parse(JSON.parse((await ask(port, { path: `${views}/${id}` })).text))
  const current = (id: string, end: number) =>
    vi.waitFor(
      async () => expect(await stateOf(id)).toMatchObject({ end, phase: { kind: 'current' } }),
      { timeout: 20_000, interval: 10 },
    )
  const list = async () =>
    viewList.parse(JSON.parse((await ask(port, { path: views })).text)).views.map(({ id }) => id)
  return { ...started, file, log, views, send, open, stateOf, current, list }
}

describe('POST /api/logs/:id/views', () => {
  it('opens a view, whose rows are what grep finds', async () => {
    const { port, open, current, views, log } = await startWithLog(CONTENT)
    const found = grep(CONTENT, '-F', 'ERROR')
    const view = await open(asked(text('ERROR')))
    expect(view).toMatchObject({ log, first: 0, lines: null, time: null })
    await current(view.id, found.length)
    const { text: body } = await ask(port, { path: `${views}/${view.id}/lines?from=3&to=9` })
    const window = viewWindow.parse(JSON.parse(body))
    expect(window).toMatchObject({ from: 3, first: 0, end: found.length })
    expect(window.rows.map(({ line, text }) => `${(line ?? -2) + 1}:${text}`)).toEqual(
      found.slice(3, 9),
    )
    const fourth = window.rows[1]?.line ?? 0
    const place = await ask(port, { path: `${views}/${view.id}/row?line=${fourth}` })
    expect(viewPlace.parse(JSON.parse(place.text))).toEqual({
      row: 4,
      first: 0,
      end: found.length,
    })
    const around = await ask(port, { path: `${views}/${view.id}/row?line=${fourth}&rows=4` })
    const { row, window: rows } = viewPlace.parse(JSON.parse(around.text))
    expect(row).toBe(4)
    expect(rows).toMatchObject({ from: 2 })
    expect(rows?.rows.map(({ line, text }) => `${(line ?? -2) + 1}:${text}`)).toEqual(
      found.slice(2, 6),
    )
    const most = `${views}/${view.id}/row?line=${fourth}&rows=${Number.MAX_SAFE_INTEGER}`
    expect(viewPlace.parse(JSON.parse((await ask(port, { path: most })).text)).window?.from).toBe(0)
    const beyond = await ask(port, { path: `${views}/${view.id}/row?line=999999&rows=4` })
    expect(viewPlace.parse(JSON.parse(beyond.text))).not.toHaveProperty('window')
  })

  it('says where a pattern has its mistake', async () => {
    const { send, views, list } = await startWithLog('one\n')
    const { query } = wanted([text('fine')], { any: [text('('), regexp('ab[c')] })
    const reply = await send('POST', views, { query })
    expect(reply.status).toBe(400)
    expect(apiError.parse(JSON.parse(reply.text))).toMatchObject({
      error: 'query-invalid',
      detail: expect.any(String),
      query: { group: 'any', term: 1, at: expect.any(Number) },
    })
    expect(await list()).toEqual([])
  })

  it.each([
    ['no query', {}],
    ['an empty query', { query: {} }],
    ['no terms', asked()],
    ['an empty pattern', asked(text(''))],
    ['too many terms', asked(...Array.from({ length: 33 }, () => text('x')))],
    ['a pattern that is too long', asked(text('x'.repeat(4097)))],
    ['unknown fields', { ...asked(text('x')), path: '/etc/passwd' }],
    ['a range that ends before it begins', { ...asked(text('x')), lines: { from: 5, to: 4 } }],
    ['a negative line', { ...asked(text('x')), lines: { from: -1, to: null } }],
    ['half a line', { ...asked(text('x')), lines: { from: 1.5, to: null } }],
    ['a time that is none', { ...asked(text('x')), time: { from: 'now', to: null } }],
    ['times that end before they begin', { ...asked(text('x')), time: { from: 2, to: 1 } }],
    ['an id that is none', { ...asked(text('x')), replaces: '../../etc' }],
    ['a list', []],
    ['nothing', null],
  ])('refuses %s', async (_name, body) => {
    const { send, views } = await startWithLog('one\n')
    const reply = await send('POST', views, body)
    expect(reply.status).toBe(400)
    expect(JSON.parse(reply.text)).toMatchObject({ error: 'bad-request' })
  })

  it('closes the view that the new one replaces, and the longest unused beyond a bound', async () => {
    const { open, list } = await startWithLog(CONTENT)
    const { query } = wanted([text('ERROR')])
    const first = await open({ query })
    const second = await open({ query, replaces: first.id })
    expect(await list()).toEqual([second.id])
    const third = await open({ query, replaces: first.id })
    for (let count = 2; count < MAX_VIEWS; count++) await open({ query })
    expect(await list()).toHaveLength(MAX_VIEWS)
    const last = await open({ query })
    const ids = await list()
    expect(ids).toHaveLength(MAX_VIEWS)
    expect(ids).not.toContain(second.id)
    expect(ids).toEqual(expect.arrayContaining([third.id, last.id]))
  })

  it('leaves one search when ten are typed within a second', async () => {
    const { open, list, current } = await startWithLog(CONTENT)
    let replaces: string | null = null
    for (const pattern of ['E', 'ER', 'ERR', 'ERRO', 'ERROR', 'ERRO', 'ERR', 'ERRO', 'ERROR ']) {
      replaces = (await open({ ...asked(text(pattern)), replaces })).id
    }
    const last = await open({ ...asked(text('ERROR')), replaces })
    expect(await list()).toEqual([last.id])
    await current(last.id, grep(CONTENT, '-F', 'ERROR').length)
  })

  it('keeps to a range of lines', async () => {
    const { open, current } = await startWithLog(CONTENT)
    const { query } = wanted([text('INFO')])
    const view = await open({ query, lines: lineRange(100, 200) })
    await current(view.id, grep(asText(LINES.slice(100, 200)), '-F', 'INFO').length)
  })
})

describe('a view', () => {
  it('is there until it is closed', async () => {
    const { port, open, views, list } = await startWithLog(CONTENT)
    const { id } = await open(asked(text('ERROR')))
    const path = `${views}/${id}`
    expect((await ask(port, { method: 'DELETE', path })).status).toBe(204)
    expect((await ask(port, { method: 'DELETE', path })).status).toBe(404)
    for (const below of ['', '/lines?from=0&to=1', '/row?line=0']) {
      expect((await ask(port, { path: `${path}${below}` })).status).toBe(404)
    }
    expect(await list()).toEqual([])
  })

  it('refuses windows that are none, and other methods', async () => {
    const { port, open, views } = await startWithLog('one\n')
    const { id } = await open(asked(text('one')))
    for (const below of ['lines', 'lines?from=2&to=1', 'lines?from=a&to=1', 'row', 'row?line=-1']) {
      expect((await ask(port, { path: `${views}/${id}/${below}` })).status).toBe(400)
    }
    expect((await ask(port, { method: 'PUT', path: views })).headers.allow).toBe('GET, HEAD, POST')
    const single = await ask(port, { method: 'PATCH', path: `${views}/${id}` })
    expect(single.headers.allow).toBe('GET, HEAD, DELETE')
    expect((await ask(port, { path: '/api/logs/none/views' })).status).toBe(404)
  })

  it('goes with its log', async () => {
    const { port, open, views, log } = await startWithLog('one\n')
    const { id } = await open(asked(text('one')))
    expect((await ask(port, { method: 'DELETE', path: `/api/logs/${log}` })).status).toBe(204)
    expect((await ask(port, { path: `${views}/${id}` })).status).toBe(404)
  })

  it('grows with its log, also through a rotation', async () => {
    const { file, open, current } = await startWithLog(CONTENT)
    const found = grep(CONTENT, '-F', 'ERROR').length
    const { id } = await open(asked(text('ERROR')))
    await appendFile(file, 'ERROR one\nno\n')
    await current(id, found + 1)
    await rename(file, `${file}.1`)
    await writeFile(file, 'ERROR two\nERROR three\n')
    await current(id, found + 3)
  })
})

describe('POST /api/logs/:id/views/:view/stop', () => {
  it('ends the search, whose rows stay as they are', async () => {
    const { open, current, send, views, file, stateOf, port } = await startWithLog('ERROR\nno\n')
    const { id } = await open(asked(text('ERROR')))
    const other = await open(asked(text('ERROR')))
    await current(id, 1)
    const reply = await send('POST', `${views}/${id}/stop`, undefined)
    expect(reply.status).toBe(200)
    expect(viewState.parse(JSON.parse(reply.text)).phase).toEqual({ kind: 'stopped' })
    await appendFile(file, 'ERROR\n')
    await current(other.id, 2)
    expect(await stateOf(id)).toMatchObject({ end: 1, phase: { kind: 'stopped' } })
    const { text: body } = await ask(port, { path: `${views}/${id}/lines?from=0&to=9` })
    expect(viewWindow.parse(JSON.parse(body)).rows.map(({ line }) => line)).toEqual([0])
  })

  it('knows only POST, and views that are open', async () => {
    const { open, send, views, port } = await startWithLog('ERROR\n')
    const { id } = await open(asked(text('ERROR')))
    const reply = await ask(port, { path: `${views}/${id}/stop` })
    expect([reply.status, reply.headers.allow]).toEqual([405, 'POST'])
    expect((await send('POST', `${views}/none/stop`, undefined)).status).toBe(404)
  })
})

describe('GET /api/events', () => {
  it('tells every window of every view: opened, growing and closed', async () => {
    const { port, file, open, send, views, log } = await startWithLog(CONTENT)
    const [one, two] = await Promise.all([openEvents(port), openEvents(port, log)])
    await Promise.all([one.hears('snapshot'), two.hears('snapshot')])
    const found = grep(CONTENT, '-F', 'ERROR').length
    const { id } = await open(asked(text('ERROR')))
    for (const client of [one, two]) {
      const { view } = await client.hears(
        'view',
        ({ view }) => view.phase.kind === 'current' && view.end === found,
      )
      expect(view).toMatchObject({ id, log })
    }
    await appendFile(file, 'ERROR one\n')
    for (const client of [one, two]) {
      await client.hears('view', ({ view }) => view.end === found + 1)
    }
    await send('DELETE', `${views}/${id}`, undefined)
    for (const client of [one, two]) {
      expect(await client.hears('view-removed')).toEqual({ kind: 'view-removed', log, view: id })
      const ends = client.messages.flatMap((each) => (each.kind === 'view' ? [each.view.end] : []))
      expect(ends).toEqual(ends.toSorted((a, b) => a - b))
    }
  })

  it('tells a new window the views that there are, right after the snapshot', async () => {
    const { port, open, log } = await startWithLog(CONTENT)
    const { id } = await open(asked(text('ERROR')))
    const client = await openEvents(port)
    const told = await client.hears('views')
    expect(told).toMatchObject({ log, views: [{ id }] })
    expect(client.messages.slice(0, 2).map(({ kind }) => kind)).toEqual(['snapshot', 'views'])
  })

  it('queues nothing for who does not read, and then tells the views as they are', async () => {
    const { port, file, open, send, views } = await startWithLog('ERROR\n')
    const client = await openEvents(port)
    await client.hears('snapshot')
    const kept = await open(asked(text('ERROR')))
    // Every line makes these tell 780 KB: more than the sockets take in after some ten.
    const LINES = 25
    const long = Array.from({ length: 14 }, () => text('x'.repeat(4000)))
    const { query } = wanted([], { any: [...long, text('ERROR')] })
    const many: ViewState[] = []
    for (let count = 0; count < 14; count++) many.push(await open({ query }))
    await client.hears('view', ({ view }) => view.id === many.at(-1)?.id)
    client.answer.pause()
    const reader = await openEvents(port)
    const last = many.at(-1)?.id
    for (let end = 2; end <= 1 + LINES; end++) {
      await appendFile(file, 'ERROR\n')
      await reader.hears('view', ({ view }) => view.id === last && view.end === end)
    }
    for (const { id } of many) await send('DELETE', `${views}/${id}`, undefined)
    const heard = client.messages.length
    client.answer.resume()
    const told = await client.hears('views', (message) =>
      message.views.some((view) => view.id === kept.id && view.end === 1 + LINES),
    )
    expect(told.views.map(({ id }) => id)).toEqual([kept.id])
    // 14 views times all lines were told to who read.
    expect(client.messages.length - heard).toBeLessThan(14 * LINES)
  }, 120_000)
})
