import { appendFile, rename, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { viewState, viewWindow } from '../../../src/shared/views.ts'
import { ask } from '../../support/ask.ts'
import { grep } from '../../support/grep.ts'
import { mixedLines } from '../../support/mixed-lines.ts'
import { asText } from '../../support/numbered-lines.ts'
import { asked, viewedLog } from '../../support/viewed-log.ts'
import { text } from '../../support/wanted.ts'

const CONTENT = asText(mixedLines(5000))

describe('a view', () => {
  it('is there until it is closed', async () => {
    const { port, open, views, list } = await viewedLog(CONTENT)
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
    const { port, open, views } = await viewedLog('one\n')
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
    const { port, open, views, log } = await viewedLog('one\n')
    const { id } = await open(asked(text('one')))
    expect((await ask(port, { method: 'DELETE', path: `/api/logs/${log}` })).status).toBe(204)
    expect((await ask(port, { path: `${views}/${id}` })).status).toBe(404)
  })

  it('grows with its log, also through a rotation', async () => {
    const { file, open, current } = await viewedLog(CONTENT)
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
    const { open, current, send, views, file, stateOf, port } = await viewedLog('ERROR\nno\n')
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
    const { open, send, views, port } = await viewedLog('ERROR\n')
    const { id } = await open(asked(text('ERROR')))
    const reply = await ask(port, { path: `${views}/${id}/stop` })
    expect([reply.status, reply.headers.allow]).toEqual([405, 'POST'])
    expect((await send('POST', `${views}/none/stop`, undefined)).status).toBe(404)
  })
})
