import { closeSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { silentLog } from '../../src/server/own-log.ts'
import { CannotListen, startServer } from '../../src/server/start-server.ts'
import { ask, askHead } from '../support/ask.ts'
import { descriptorOf } from '../support/descriptor-of.ts'
import { listen } from '../support/listen.ts'
import { openEvents } from '../support/open-events.ts'
import { PATIENCE } from '../support/patience.ts'
import { startTestServer } from '../support/start-test-server.ts'
import { tempFolder } from '../support/temp-folder.ts'

async function takenPort(): Promise<number> {
  const other = createServer()
  onTestFinished(() => void other.close())
  return await listen(other)
}

async function refusal(start: Promise<{ close(): Promise<void> }>): Promise<string> {
  try {
    const server = await start
    await server.close()
  } catch (error) {
    expect(error).toBeInstanceOf(CannotListen)
    return error instanceof Error ? error.message : ''
  }
  throw new Error('It listens.')
}

describe('startServer', () => {
  it('names its address, and with a token the address to open once', async () => {
    const { server, port } = await startTestServer({ token: 'a b'.replace(' ', '+') })
    expect(server.url).toBe(`http://127.0.0.1:${port}/`)
    expect(server.entryUrl).toBe(`http://127.0.0.1:${port}/?token=a%2Bb`)
    expect(server.cookie?.name).toBe(`rastro-${port}`)
    const open = await startTestServer()
    expect(open.server.entryUrl).toBe(open.server.url)
    expect(open.server.cookie).toBeNull()
  })

  it('listens on localhost by its name, and on IPv6 with brackets', async () => {
    const named = await startTestServer({ host: 'localhost' })
    expect(named.server.url).toBe(`http://localhost:${named.port}/`)
    expect((await fetch(`${named.server.url}healthz`)).status).toBe(200)
    for (const host of ['::1', '[::1]']) {
      const { server, port } = await startTestServer({ host })
      expect(server.url).toBe(`http://[::1]:${port}/`)
      expect((await fetch(`${server.url}healthz`)).status).toBe(200)
    }
  })

  it('says in a sentence why it cannot listen', async () => {
    const port = await takenPort()
    expect(await refusal(startServer({ token: null, port }))).toBe(
      `Cannot listen on 127.0.0.1:${port}: another program uses this port. Choose another one, or 0 for any free port.`,
    )
    const token = 'secret'
    expect(await refusal(startServer({ token, host: '192.0.2.1' }))).toContain(
      '192.0.2.1:0: this machine has no such address',
    )
    expect(await refusal(startServer({ token, host: 'no-such-name.invalid' }))).toContain(
      'the name no-such-name.invalid is not known',
    )
  })

  it.each(['0.0.0.0', '::', '192.0.2.1'])('does not open %s without a token', async (host) => {
    expect(await refusal(startServer({ token: null, host }))).toContain('give it a token')
  })

  it.each(['', 'with blank', 'ção', 'x'.repeat(257), 'a\nb'])(
    'does not take %j for a token',
    async (token) => {
      expect(await refusal(startServer({ token }))).toContain('The token does not fit')
    },
  )

  it.each(['null', '*', 'https://a.example/', 'https://*.example', 'a.example', 'file://', ''])(
    'does not take %j for an origin',
    async (origin) => {
      const start = startServer({ token: null, allowOrigins: [origin] })
      expect(await refusal(start)).toContain('is no origin')
    },
  )

  it('lets other machines name the address they reached, with a token', async () => {
    const { port } = await startTestServer({ host: '0.0.0.0', token: 'secret' })
    const headers = { Authorization: 'Bearer secret' }
    const Host = (name: string) => ({ Host: `${name}:${port}` })
    const path = '/api/logs'
    expect((await ask(port, { path, headers: { ...headers, ...Host('127.0.0.1') } })).status).toBe(
      200,
    )
    expect(
      (await ask(port, { path, headers: { ...headers, ...Host('evil.example') } })).status,
    ).toBe(403)
    expect((await ask(port, { path })).status).toBe(401)
  })

  it('opens files at start and later, each once', async () => {
    const folder = await tempFolder()
    const file = join(folder, 'app.log')
    await writeFile(file, 'one\n')
    const { server, port } = await startTestServer({ folder, files: [file] })
    const id = server.openFile(file)
    expect(server.openFile(join(folder, '.', 'app.log'))).toBe(id)
    const { text } = await ask(port, { path: '/api/logs' })
    expect(JSON.parse(text).logs.map((log: { id: string }) => log.id)).toEqual([id])
  })

  it('switches the generator on once, and off', async () => {
    const folder = await tempFolder()
    const { server, port } = await startTestServer({
      folder,
      generatorFile: join(folder, 'teste.log'),
    })
    const state = async () => JSON.parse((await ask(port, { path: '/api/logs' })).text)
    await Promise.all([server.setGenerator(true), server.setGenerator(true)])
    await ask(port, { method: 'POST', path: '/api/generator' })
    await vi.waitUntil(async () => (await state()).logs[0]?.end > 0, PATIENCE)
    expect(await state()).toMatchObject({
      capabilities: { generator: true },
      generator: { kind: 'running' },
      logs: [{ origin: { kind: 'generator' } }],
    })
    await server.setGenerator(false)
    expect((await state()).generator).toEqual({ kind: 'off' })
  })

  it('opens the log of its generator again, whoever removed it meanwhile', async () => {
    const folder = await tempFolder()
    const { server, port } = await startTestServer({
      folder,
      generatorFile: join(folder, 'teste.log'),
    })
    const ids = async () => {
      const { logs } = JSON.parse((await ask(port, { path: '/api/logs' })).text)
      return logs.map((log: { id: string }) => log.id)
    }
    await server.setGenerator(true)
    const [id = ''] = await ids()
    await ask(port, { method: 'DELETE', path: `/api/logs/${id}` })
    expect(await ids()).toEqual([])
    await server.setGenerator(true)
    expect(await ids()).toEqual([id])
  })

  it('is another instance after every start', async () => {
    const [first, second] = await Promise.all([startTestServer(), startTestServer()])
    const instanceOf = async (port: number) =>
      JSON.parse((await ask(port, { path: '/api/logs' })).text).instance
    expect(await instanceOf(first.port)).toBe(await instanceOf(first.port))
    expect(await instanceOf(first.port)).not.toBe(await instanceOf(second.port))
  })

  it('has no generator unless it was given a file', async () => {
    const { port } = await startTestServer()
    const reply = await ask(port, { method: 'POST', path: '/api/generator' })
    expect(reply.status).toBe(409)
    expect(JSON.parse(reply.text).error).toBe('not-available')
  })

  it('ends fifty streams and frees its port when it closes, however often it is told', async () => {
    const folder = await tempFolder()
    const file = join(folder, 'app.log')
    await writeFile(file, 'one\n')
    const { server, port } = await startTestServer({ folder, files: [file] })
    const clients = await Promise.all(Array.from({ length: 25 }, () => openEvents(port)))
    const streams = await Promise.all(
      Array.from({ length: 25 }, () => fetch(`${server.url}stream-logs`)),
    )
    clients[0]?.answer.pause()
    await Promise.all([server.close(), server.close()])
    await vi.waitUntil(() => clients.slice(1).every((client) => client.ended), PATIENCE)
    await Promise.allSettled(streams.map((stream) => stream.text()))
    const again = await startTestServer({ port })
    expect(again.port).toBe(port)
  })

  // /proc names the descriptor to close behind the server's back.
  it.skipIf(process.platform !== 'linux')(
    'frees its port also when a log cannot be closed',
    async () => {
      const folder = await tempFolder()
      const file = join(folder, 'app.log')
      await writeFile(file, 'one\n')
      const warnings: string[] = []
      const ownLog = { ...silentLog, warn: (message: string) => void warnings.push(message) }
      const { server, port } = await startTestServer({ folder, files: [file], ownLog })
      const idle = await openEvents(port)
      await vi.waitFor(
        async () =>
          expect(JSON.parse((await ask(port, { path: '/api/logs' })).text).logs[0].end).toBe(1),
        PATIENCE,
      )
      closeSync(descriptorOf(file))
      await server.close()
      await vi.waitUntil(() => idle.ended, PATIENCE)
      expect(warnings).toContain('A log could not be closed.')
      expect((await startTestServer({ port })).port).toBe(port)
    },
  )

  it('keeps the indexes of large logs in the cache folder, and nothing without one', async () => {
    const folder = await tempFolder()
    const cacheFolder = join(folder, 'cache')
    const file = join(folder, 'large.log')
    await writeFile(file, 'a line of twenty by\n'.repeat(500_000))
    const indexed = async (options: { readonly cacheFolder?: string }) => {
      const { server, port } = await startTestServer({ files: [file], ...options })
      const whole = async () => {
        const [log] = JSON.parse((await ask(port, { path: '/api/logs' })).text).logs
        expect(log).toMatchObject({ end: 500_000, indexed: 10_000_000 })
      }
      await vi.waitFor(whole, { timeout: 20_000 })
      await server.close()
    }
    await indexed({})
    expect(await readdir(folder)).not.toContain('cache')
    await indexed({ cacheFolder })
    const kept = await readdir(cacheFolder)
    expect(kept).toEqual([expect.stringMatching(/\.index$/)])
    await indexed({ cacheFolder })
    expect(await readdir(cacheFolder)).toEqual(kept)
  }, 40_000)

  it('refuses the stream beyond the last place, and goes on when one is free', async () => {
    const folder = await tempFolder()
    const { port } = await startTestServer({ folder })
    const clients = []
    for (let n = 0; n < 1000; n += 1) clients.push(await openEvents(port))
    const refused = await ask(port, { path: '/api/events' })
    expect(refused.status).toBe(503)
    expect(refused.headers['retry-after']).toBe('5')
    expect(JSON.parse(refused.text).error).toBe('too-many')
    clients[0]?.close()
    await vi.waitUntil(
      async () => (await askHead(port, { path: '/api/events' })).status === 200,
      PATIENCE,
    )
  })
})
