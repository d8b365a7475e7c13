import { appendFile, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { MAX_NEWEST_LINES } from '../../../src/shared/protocol.ts'
import { ask } from '../../support/ask.ts'
import { openEvents } from '../../support/open-events.ts'
import { PATIENCE } from '../../support/patience.ts'
import { startTestServer } from '../../support/start-test-server.ts'

async function startWithLog(text: string) {
  const started = await startTestServer()
  const file = join(started.folder, 'app.log')
  await writeFile(file, text)
  const log = started.server.openFile(file)
  const lines = text.split('\n').length - 1
  await vi.waitUntil(async () => {
    const { text: body } = await ask(started.port, { path: '/api/logs' })
    const [state] = JSON.parse(body).logs
    return state.end === lines && state.phase.kind === 'following'
  }, PATIENCE)
  return { ...started, file, log }
}

describe('GET /api/events', () => {
  it('begins with the whole state, in an answer that nothing stores or delays', async () => {
    const { port, log } = await startWithLog('one\ntwo\n')
    const client = await openEvents(port)
    const { state } = await client.hears('snapshot')
    expect(client.messages[0]?.kind).toBe('snapshot')
    expect(state.logs).toMatchObject([{ id: log, end: 2, phase: { kind: 'following' } }])
    expect(client.answer.statusCode).toBe(200)
    expect(client.answer.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    expect(client.answer.headers['content-length']).toBeUndefined()
  })

  it('sends a new line with its text to who follows, and its count to all', async () => {
    const { port, file, log } = await startWithLog('one\n')
    const [follower, other] = await Promise.all([openEvents(port, log), openEvents(port)])
    await Promise.all([follower.hears('snapshot'), other.hears('snapshot')])
    await appendFile(file, 'two é\n')
    const told = await follower.hears('appended', (message) => message.end === 2)
    expect(told.newest).toEqual({ from: 1, lines: [{ text: 'two é', bytes: 6, cut: false }] })
    const counted = await other.hears('appended', (message) => message.end === 2)
    expect(counted).toMatchObject({ log, newest: null })
  })

  it('tells every line of a burst once, in order, to who follows', async () => {
    const { port, file, log } = await startWithLog('')
    const client = await openEvents(port, log)
    await client.hears('snapshot')
    const lines = Array.from({ length: 400 }, (_, n) => `line ${n}`)
    for (let n = 0; n < 400; n += 20)
      await appendFile(file, `${lines.slice(n, n + 20).join('\n')}\n`)
    await client.hears('appended', (message) => message.end === 400)
    const texts = client.messages.flatMap((message) =>
      message.kind === 'appended' ? (message.newest?.lines ?? []).map((line) => line.text) : [],
    )
    expect(texts).toEqual(lines)
  })

  it('keeps a flood to few messages of bounded size', async () => {
    const { port, file, log } = await startWithLog('')
    const client = await openEvents(port, log)
    await client.hears('snapshot')
    const started = performance.now()
    const many = `${'x'.repeat(40)}\n`.repeat(5000)
    for (let n = 0; n < 20; n += 1) await appendFile(file, many)
    await client.hears('appended', (message) => message.end === 100_000)
    const frames = (performance.now() - started) / 16
    const appended = client.messages.filter((message) => message.kind === 'appended')
    expect(appended.length).toBeLessThanOrEqual(frames + 2)
    for (const { newest } of appended) {
      expect(newest?.lines.length ?? 0).toBeLessThanOrEqual(MAX_NEWEST_LINES)
    }
  })

  it('tells of a rotation, of a log that is opened, and of one that is closed', async () => {
    const { port, folder, file, log, server } = await startWithLog('one\n')
    const client = await openEvents(port, log)
    await client.hears('snapshot')
    await rename(file, `${file}.1`)
    await writeFile(file, 'two\n')
    const rotated = await client.hears('log', (message) => message.log.rotations === 1)
    expect(rotated.log.id).toBe(log)
    const other = server.openFile(join(folder, 'other.log'))
    await client.hears('log', (message) => message.log.id === other)
    await ask(port, { method: 'DELETE', path: `/api/logs/${other}` })
    await client.hears('removed', (message) => message.log === other)
  })

  it('follows a log that is opened later', async () => {
    const { port, folder, server } = await startTestServer()
    const file = join(folder, 'later.log')
    const id = server.openFile(file)
    await ask(port, { method: 'DELETE', path: `/api/logs/${id}` })
    const client = await openEvents(port, id)
    await client.hears('snapshot')
    await writeFile(file, 'one\n')
    server.openFile(file)
    await client.hears('log', (message) => message.log.phase.kind === 'following')
    await appendFile(file, 'two\n')
    const told = await client.hears('appended', (message) => message.end === 2)
    expect(told.newest?.lines.at(-1)?.text).toBe('two')
  })

  it('tells of the generator', async () => {
    const { folder } = await startTestServer()
    await mkdir(join(folder, 'data'))
    const generatorFile = join(folder, 'data', 'teste.log')
    const { port } = await startTestServer({ generatorFile })
    const client = await openEvents(port)
    await client.hears('snapshot')
    await ask(port, { method: 'POST', path: '/api/generator' })
    const on = await client.hears('generator', (message) => message.generator.kind === 'running')
    await client.hears('log', (message) => message.log.origin.kind === 'generator')
    await client.hears('appended', (message) => message.end >= 2)
    await ask(port, { method: 'DELETE', path: '/api/generator' })
    await client.hears('generator', (message) => message.generator.kind === 'off')
    expect(on.generator).toMatchObject({ kind: 'running' })
  })

  it('queues nothing for who does not read, and then tells how it is now', async () => {
    const { port, file, log, folder, server } = await startWithLog('')
    const client = await openEvents(port, log)
    await client.hears('snapshot')
    client.answer.pause()
    const others = Array.from({ length: 5 }, (_, n) => server.openFile(join(folder, `${n}.log`)))
    // Until the buffers of both sockets are full, many times over.
    const many = `${'x'.repeat(1000)}\n`.repeat(500)
    for (let n = 0; n < 200; n += 1) {
      await appendFile(file, many)
      const { text } = await ask(port, { path: '/api/logs' })
      expect(JSON.parse(text).logs).toHaveLength(6)
    }
    await vi.waitUntil(async () => {
      const { text } = await ask(port, { path: '/api/logs' })
      return JSON.parse(text).logs[0].end === 100_000
    }, PATIENCE)
    client.answer.resume()
    await client.hears('appended', (message) => message.end === 100_000)
    for (const other of others) await client.hears('log', (message) => message.log.id === other)
    // It was behind, or it would have got every newest line.
    const whole = await client.hears('appended', (message) => message.end === 100_000)
    expect(whole.newest).toBeNull()
    const ends = client.messages.flatMap((message) =>
      message.kind === 'appended' && message.log === log ? [message.end] : [],
    )
    expect(ends).toEqual(ends.toSorted((a, b) => a - b))
    // And keeps up again.
    await appendFile(file, 'the last one\n')
    const told = await client.hears('appended', (message) => message.end === 100_001)
    expect(told.newest?.lines.at(-1)?.text).toBe('the last one')
  })

  it('refuses a name that is no log id', async () => {
    const { port } = await startTestServer()
    expect((await ask(port, { path: '/api/events?follow=../x' })).status).toBe(400)
  })

  it('answers HEAD without a stream', async () => {
    const { port } = await startTestServer()
    const reply = await ask(port, { method: 'HEAD', path: '/api/events' })
    expect(reply).toMatchObject({ status: 200, text: '' })
  })
})
