import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EmbeddedServer } from '../../src/main/embedded-server.ts'
import { silentLog } from '../../src/server/own-log.ts'
import {
  CannotListen,
  type RunningServer,
  type StartServerOptions,
  startServer,
} from '../../src/server/start-server.ts'
import { listen } from '../support/listen.ts'
import { tempFolder } from '../support/temp-folder.ts'

let folder = ''
let servers: RunningServer[] = []
let asked: StartServerOptions[] = []

async function start(options: StartServerOptions): Promise<RunningServer> {
  asked.push(options)
  const server = await startServer(options)
  servers.push(server)
  return server
}

async function open(): Promise<EmbeddedServer> {
  return await EmbeddedServer.open(start, { token: 'a-token', port: 0 }, silentLog)
}

async function names(server: EmbeddedServer): Promise<string> {
  const { name = '', value = '' } = server.cookie ?? {}
  const answer = await fetch(new URL('/api/logs', server.url), {
    headers: { cookie: `${name}=${value}` },
  })
  return await answer.text()
}

describe('EmbeddedServer', () => {
  beforeEach(async () => {
    folder = await tempFolder()
    servers = []
    asked = []
  })
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.close()))
  })

  it('leaves a server that answers alone', async () => {
    const server = await open()
    expect(await server.revive()).toBe('alive')
    expect(servers).toHaveLength(1)
  })

  it('starts a dead server again at its port, with its token and its files', async () => {
    const server = await open()
    const path = join(folder, 'kept.log')
    writeFileSync(path, 'x\n')
    const [id] = await server.open([path])
    const { url, cookie } = server
    await servers[0]?.close()
    expect(await Promise.all([server.revive(), server.revive()])).toEqual([
      'restarted',
      'restarted',
    ])
    expect(server.url).toBe(url)
    expect(server.cookie).toEqual(cookie)
    expect(await names(server)).toContain(`"id":"${id}"`)
    expect(asked.map((options) => options.token)).toEqual(['a-token', 'a-token'])
  })

  it('brings its streams back when it is started again, whatever was wanted at first', async () => {
    const streams = { file: join(folder, 'streams.json'), reopen: false }
    const options = { token: null, dataFolder: folder, streams }
    const server = await EmbeddedServer.open(start, options, silentLog)
    await fetch(new URL('/api/logs', server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'remote', url: 'http://127.0.0.1:9/stream' }),
    })
    await servers[0]?.close()
    expect(await server.revive()).toBe('restarted')
    expect(await names(server)).toContain('127.0.0.1:9/stream')
  })

  it('takes another port when its own was taken meanwhile', async () => {
    const server = await open()
    const port = Number(new URL(server.url).port)
    await servers[0]?.close()
    // Another program that takes connections and says nothing.
    const silent = createServer(() => undefined)
    await listen(silent, port)
    expect(await server.revive()).toBe('restarted')
    expect(server.origin).not.toBe(`http://127.0.0.1:${port}`)
    silent.closeAllConnections()
    silent.close()
  })

  it('gives up what dies again and again', async () => {
    const server = await open()
    const outcomes: string[] = []
    for (let deaths = 0; deaths < 5; deaths += 1) {
      await servers.at(-1)?.close()
      outcomes.push(await server.revive())
    }
    expect(outcomes).toEqual(['restarted', 'restarted', 'restarted', 'given-up', 'given-up'])
    expect(servers).toHaveLength(4)
  })

  it('gives up when it cannot start again, and says so without throwing', async () => {
    let first = true
    const once = (options: StartServerOptions) => {
      if (!first) return Promise.reject(new CannotListen('Nothing can listen any more.'))
      first = false
      return start(options)
    }
    const server = await EmbeddedServer.open(once, { token: 't' }, silentLog)
    await servers[0]?.close()
    expect(await server.revive()).toBe('given-up')
  })

  it('does not start again after it was closed', async () => {
    const server = await open()
    await server.close()
    expect(await server.revive()).toBe('alive')
    expect(servers).toHaveLength(1)
    await expect(fetch(server.url)).rejects.toThrow()
  })

  it('does not wait for a server that hangs in closing', async () => {
    const running = await start({ token: null })
    const hanging = { ...running, close: () => new Promise<void>(() => undefined) }
    const server = await EmbeddedServer.open(
      () => Promise.resolve(hanging),
      { token: null },
      silentLog,
    )
    await server.close()
    await running.close()
  })
})
