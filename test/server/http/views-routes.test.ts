import { describe, expect, it } from 'vitest'
import { apiError } from '../../../src/shared/protocol.ts'
import { MAX_VIEWS, viewPlace, viewWindow } from '../../../src/shared/views.ts'
import { ask } from '../../support/ask.ts'
import { grep } from '../../support/grep.ts'
import { mixedLines } from '../../support/mixed-lines.ts'
import { asText } from '../../support/numbered-lines.ts'
import { asked, viewedLog } from '../../support/viewed-log.ts'
import { lineRange, regexp, text, wanted } from '../../support/wanted.ts'

const LINES = mixedLines(5000)
const CONTENT = asText(LINES)

describe('POST /api/logs/:id/views', () => {
  it('opens a view, whose rows are what grep finds', async () => {
    const { port, open, current, views, log } = await viewedLog(CONTENT)
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
    const { send, views, list } = await viewedLog('one\n')
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
    const { send, views } = await viewedLog('one\n')
    const reply = await send('POST', views, body)
    expect(reply.status).toBe(400)
    expect(JSON.parse(reply.text)).toMatchObject({ error: 'bad-request' })
  })

  it('closes the view that the new one replaces, and the longest unused beyond a bound', async () => {
    const { open, list } = await viewedLog(CONTENT)
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
    const { open, list, current } = await viewedLog(CONTENT)
    let replaces: string | null = null
    for (const pattern of ['E', 'ER', 'ERR', 'ERRO', 'ERROR', 'ERRO', 'ERR', 'ERRO', 'ERROR ']) {
      replaces = (await open({ ...asked(text(pattern)), replaces })).id
    }
    const last = await open({ ...asked(text('ERROR')), replaces })
    expect(await list()).toEqual([last.id])
    await current(last.id, grep(CONTENT, '-F', 'ERROR').length)
  })

  it('keeps to a range of lines', async () => {
    const { open, current } = await viewedLog(CONTENT)
    const { query } = wanted([text('INFO')])
    const view = await open({ query, lines: lineRange(100, 200) })
    await current(view.id, grep(asText(LINES.slice(100, 200)), '-F', 'INFO').length)
  })
})
