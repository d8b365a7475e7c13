import { globSync } from 'node:fs'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type RunningServer, startServer } from '../../../src/server/start-server.ts'
import { type ServerState, serverState } from '../../../src/shared/protocol.ts'
import { ask } from '../../support/ask.ts'
import { beginStream, type SsePeer, startSsePeer } from '../../support/sse-peer.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const SECRET = 'c2VjcmV0LXRva2Vu'

/** A stream that numbers its lines and goes on after the last one that it is asked to. */
async function startPeer(isOpen: (request: { url: string; token: string }) => boolean) {
  const peer = await startSsePeer(({ request, response }) => {
    const { authorization: token = '', 'last-event-id': last = '0' } = request.headers
    if (!isOpen({ url: request.url ?? '', token })) {
      response.writeHead(401).end()
      return
    }
    const next = Number(last) + 1
    beginStream(response, `id: ${next}\ndata: line ${next}\n\n`)
  })
  onTestFinished(() => peer.close())
  return peer
}

/** Servers of one user, one after the other. */
async function home() {
  const folder = await tempFolder()
  const list = join(folder, 'streams.json')
  let running: RunningServer | null = null
  const stop = async () => {
    await running?.close()
    running = null
  }
  onTestFinished(stop)
  return {
    folder,
    list,
    stop,
    async start(reopen = true) {
      const server = await startServer({
        token: null,
        dataFolder: folder,
        streams: { file: list, reopen },
      })
      running = server
      const port = Number(new URL(server.url).port)
      const connect = async (url: string) => {
        const body = JSON.stringify({ kind: 'remote', url })
        const headers = { 'Content-Type': 'application/json' }
        const reply = await ask(port, { method: 'POST', path: '/api/logs', headers, body })
        return String(JSON.parse(reply.text).id)
      }
      const state = async (): Promise<ServerState> =>
        serverState.parse(JSON.parse((await ask(port, { path: '/api/logs' })).text))
      return {
        server,
        port,
        connect,
        logs: async () => (await state()).logs,
        phases: async () => (await state()).logs.map(({ phase }) => phase.kind),
        lines: async () => (await state()).logs.map(({ end }) => end),
        remove: (id: string) => ask(port, { method: 'DELETE', path: `/api/logs/${id}` }),
        textOf: async (id: string) =>
          JSON.parse((await ask(port, { path: `/api/logs/${id}/tail?lines=9` })).text).lines.map(
            ({ text }: { text: string }) => text,
          ),
      }
    },
  }
}

/** A home whose server got one line of a stream, at this path of the peer, and was stopped. */
async function homeWithStream({ origin }: SsePeer, path: string) {
  const { start, stop, ...rest } = await home()
  const first = await start()
  expect(first.server.reopened).toBe(0)
  const id = await first.connect(origin + path)
  await expect.poll(first.lines).toEqual([1])
  await stop()
  return { start, stop, ...rest, id }
}

/** All that was written to the disk, names of files too. */
async function everythingIn(folder: string): Promise<string> {
  const files = globSync(join(folder, '**/*.*'))
  expect(files.length).toBeGreaterThan(1)
  return [...files, ...(await Promise.all(files.map((file) => readFile(file, 'utf8'))))].join('\n')
}

describe('remote streams after a restart', () => {
  it('are connected again and go on where they were, when they needed no token', async () => {
    const peer = await startPeer(() => true)
    const { start, id } = await homeWithStream(peer, '/events?stream=app')

    const second = await start()
    expect(second.server.reopened).toBe(1)
    await expect.poll(second.phases).toEqual(['live'])
    await expect.poll(() => second.textOf(id)).toEqual(['line 1', 'line 2'])
    expect(peer.requests.at(-1)?.headers['last-event-id']).toBe('1')
  })

  it('wait for the token that they needed, with what came before to be read', async () => {
    const peer = await startPeer(({ token }) => token === `Bearer ${SECRET}`)
    const { start, folder, id } = await homeWithStream(peer, `/?token=${SECRET}`)
    expect(await everythingIn(folder)).not.toContain(SECRET)

    const asked = peer.requests.length
    const second = await start()
    expect(second.server.reopened).toBe(1)
    await expect.poll(() => second.textOf(id)).toEqual(['line 1'])
    const [log] = await second.logs()
    expect(log?.phase).toEqual({
      kind: 'refused',
      reason: { kind: 'secret', parameter: 'token' },
    })
    expect(peer.requests).toHaveLength(asked)

    // A wrong one is refused by the stream itself, and the right one still helps.
    await second.connect(`${peer.origin}/?token=wrong-wrong`)
    await expect.poll(second.phases).toEqual(['refused'])
    expect(await second.connect(`${peer.origin}/?token=${SECRET}`)).toBe(id)
    await expect.poll(() => second.textOf(id)).toEqual(['line 1', 'line 2'])
    expect(await second.phases()).toEqual(['live'])
  })

  it('have one log again when the secret is part of the address', async () => {
    const peer = await startPeer(({ url }) => url.includes(`key=${SECRET}`))
    const { start, stop, folder, id } = await homeWithStream(peer, `/events?key=${SECRET}&a=1`)
    expect(await everythingIn(folder)).not.toContain(SECRET)

    const second = await start()
    const [waiting] = await second.logs()
    expect(waiting?.origin).toEqual({ kind: 'remote', url: `${peer.origin}/events?key=&a=1` })
    expect(waiting?.phase).toMatchObject({ reason: { kind: 'secret', parameter: 'key' } })
    await second.connect(`${peer.origin}/events?key=wrong&a=1`)
    await expect.poll(second.phases).toEqual(['refused', 'refused'])
    expect((await second.logs())[0]?.phase).toMatchObject({ reason: { kind: 'secret' } })
    expect(await second.connect(`${peer.origin}/events?key=${SECRET}&a=1`)).toBe(id)
    await expect.poll(async () => (await second.logs()).map((log) => log.id)).toContain(id)
    await expect.poll(() => second.textOf(id)).toEqual(['line 1', 'line 2'])
    await expect
      .poll(async () => (await second.logs()).map(({ phase }) => JSON.stringify(phase)))
      .not.toContain(JSON.stringify(waiting?.phase))
    await stop()
    expect((await (await start()).logs()).map(({ phase }) => phase.kind)).toEqual(['refused'])
  })

  it('do not come back once they were closed, or when nobody wants them', async () => {
    const peer = await startPeer(() => true)
    const { start, stop } = await home()
    const first = await start()
    const id = await first.connect(`${peer.origin}/one`)
    await first.connect(`${peer.origin}/two`)
    await first.remove(id)
    await stop()
    const second = await start()
    expect((await second.logs()).map(({ name }) => name)).toEqual([expect.stringContaining('/two')])
    await stop()
    const third = await start(false)
    expect(await third.logs()).toEqual([])
    await stop()
    expect(await (await start()).logs()).toEqual([])
  })

  it('are not read from this very server, nor from an address that nobody may type', async () => {
    const { start, stop, list } = await home()
    const { port } = await start()
    await stop()
    const addresses = [
      `http://127.0.0.1:${port}/stream-logs`,
      'file:///etc/passwd',
      'http://user:secret@host/',
    ]
    const streams = addresses.map((address) => ({ address, secret: null }))
    await writeFile(list, JSON.stringify({ version: 1, streams }))
    const server = await startServer({
      token: null,
      port,
      dataFolder: join(list, '..'),
      streams: { file: list, reopen: true },
    })
    onTestFinished(() => server.close())
    expect(server.reopened).toBe(0)
  })

  it('keep their place when a crash left lines behind it', async () => {
    const peer = await startPeer(({ token }) => token === `Bearer ${SECRET}`)
    const { start, folder, id } = await homeWithStream(peer, `/?token=${SECRET}`)
    const [spool = ''] = globSync(join(folder, 'remote', '*.log'))
    await appendFile(spool, 'line 2\nhalf')

    const second = await start()
    await expect.poll(() => second.textOf(id)).toEqual(['line 1'])
    await second.connect(`${peer.origin}/?token=${SECRET}`)
    await expect.poll(() => second.textOf(id)).toEqual(['line 1', 'line 2'])
    expect((await second.logs())[0]?.rotations).toBe(0)
  })
})
