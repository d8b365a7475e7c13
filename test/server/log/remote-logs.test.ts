import type { ServerResponse } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serverState } from '../../../src/shared/protocol.ts'
import { ask } from '../../support/ask.ts'
import { PATIENCE } from '../../support/patience.ts'
import { beginStream, startSsePeer } from '../../support/sse-peer.ts'
import { startTestServer } from '../../support/start-test-server.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** A stream and a server that can connect to it, by one token or another. */
async function remote() {
  const open: string[] = []
  const peer = await startSsePeer(({ request, response }) => {
    const token = request.headers.authorization ?? ''
    open.push(token)
    response.once('close', () => open.splice(open.indexOf(token), 1))
    beginStream(response, 'id: 1\ndata: one\n\n')
  })
  onTestFinished(() => peer.close())
  const dataFolder = await tempFolder()
  const { server, port } = await startTestServer({ dataFolder })
  const connect = async (token: string) => {
    const body = JSON.stringify({ kind: 'remote', url: `${peer.origin}/?token=${token}` })
    const headers = { 'Content-Type': 'application/json' }
    const reply = await ask(port, { method: 'POST', path: '/api/logs', headers, body })
    return String(JSON.parse(reply.text).id)
  }
  const remove = (id: string) => ask(port, { method: 'DELETE', path: `/api/logs/${id}` })
  const ids = async () =>
    serverState
      .parse(JSON.parse((await ask(port, { path: '/api/logs' })).text))
      .logs.map((log) => log.id)
  return { server, open, connect, remove, ids }
}

describe('RemoteLogs', () => {
  it('keeps one connection, with the newest token, however fast they change', async () => {
    const { open, connect } = await remote()
    await connect('a')
    await expect.poll(() => open).toEqual(['Bearer a'])
    await connect('b')
    await Promise.all([connect('c'), connect('d')])
    await expect.poll(() => open).toEqual([expect.stringMatching(/^Bearer [cd]$/)])
  })

  it('leaves no connection when the server closes while one takes the place of another', async () => {
    const { server, open, connect } = await remote()
    await connect('a')
    await expect.poll(() => open).toEqual(['Bearer a'])
    await Promise.all([connect('b'), connect('c')])
    // Which of two questions comes first is up to their sockets.
    await expect.poll(() => open).toContainEqual(expect.stringMatching(/^Bearer [bc]$/))
    await server.close()
    await expect.poll(() => open).toEqual([])
  })

  it('connects again a log that was removed a moment ago', async () => {
    const { open, connect, remove, ids } = await remote()
    const id = await connect('a')
    await expect.poll(() => open).toEqual(['Bearer a'])
    const removed = remove(id)
    // It is gone from the list before its connection has ended.
    await expect.poll(ids).toEqual([])
    expect(await connect('b')).toBe(id)
    await removed
    await expect.poll(() => open).toEqual(['Bearer b'])
    expect(await ids()).toEqual([id])
  })

  it('keeps the lines of two servers apart that read the same stream', async () => {
    const lines = Array.from({ length: 1000 }, (_, at) => `line ${at}`)
    const streams: ServerResponse[] = []
    const peer = await startSsePeer(({ response }) => {
      beginStream(response)
      streams.push(response)
    })
    onTestFinished(() => peer.close())
    const dataFolder = await tempFolder()
    const logs: { port: number; path: string }[] = []
    for (let number = 1; number <= 2; number++) {
      const { port } = await startTestServer({ dataFolder })
      const body = JSON.stringify({ kind: 'remote', url: `${peer.origin}/` })
      const headers = { 'Content-Type': 'application/json' }
      const reply = await ask(port, { method: 'POST', path: '/api/logs', headers, body })
      logs.push({ port, path: `/api/logs/${JSON.parse(reply.text).id}/lines?from=0&to=2000` })
      await expect.poll(() => streams.length, PATIENCE).toBe(number)
      // The first has lines when the second opens its file.
      for (const [at, line] of lines.slice(0, 500).entries()) {
        streams[number - 1]?.write(`id: ${at}\ndata: ${line}\n\n`)
      }
    }
    for (const [at, line] of lines.entries()) {
      if (at < 500) continue
      for (const stream of streams) stream.write(`id: ${at}\ndata: ${line}\n\n`)
    }
    for (const { port, path } of logs) {
      const texts = async () => {
        const answer = JSON.parse((await ask(port, { path })).text)
        return answer.lines.map((line: { text: string }) => line.text)
      }
      await expect.poll(texts, PATIENCE).toEqual(lines)
    }
  })
})
