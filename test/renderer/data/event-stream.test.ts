import type { ServerResponse } from 'node:http'
import { EventSource } from 'undici'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { EventStream } from '../../../src/renderer/data/event-stream.ts'
import type { Connection } from '../../../src/renderer/data/page-state.ts'
import type { ServerMessage } from '../../../src/shared/protocol.ts'
import { serverState } from '../../support/log-state.ts'
import { PATIENCE } from '../../support/patience.ts'
import { type PeerRequest, type SsePeer, startSsePeer } from '../../support/sse-peer.ts'

let peer: SsePeer | undefined
let stream: EventStream | undefined

afterEach(async () => {
  stream?.close()
  await peer?.close()
})

/** What the stream reported, in order. */
function open(origin: string, silenceLimitMs?: number) {
  const connections: Connection[] = []
  const messages: ServerMessage[] = []
  stream = new EventStream({
    url: `${origin}/api/events?follow=app`,
    onConnection: (connection) => connections.push(connection),
    onMessages: (received) => messages.push(...received),
    // The same standard, another implementation's declarations.
    EventSource: EventSource as unknown as typeof globalThis.EventSource,
    ...(silenceLimitMs !== undefined && { silenceLimitMs }),
  })
  return { connections, messages, kinds: () => connections.map(({ kind }) => kind) }
}

function snapshot(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.write(`data: ${JSON.stringify([{ kind: 'snapshot', state: serverState() }])}\n\n`)
}

async function serve(answer: (request: PeerRequest) => void, port = 0): Promise<SsePeer> {
  peer = await startSsePeer(answer, port)
  return peer
}

describe('the event stream', () => {
  it('is live with the first messages', async () => {
    const { origin } = await serve(({ response }) => snapshot(response))
    const seen = open(origin)
    expect(seen.kinds()).toEqual(['connecting'])
    await vi.waitFor(() => expect(seen.kinds()).toEqual(['connecting', 'live']), PATIENCE)
    expect(seen.messages).toEqual([{ kind: 'snapshot', state: serverState() }])
  })

  it.each([
    [401, 'unauthorized'],
    [403, 'forbidden-host'],
    [404, 'not-found'],
  ])('tells why it was refused: %i', async (status, error) => {
    const { origin, requests } = await serve(({ response }) => {
      response.writeHead(status).end(JSON.stringify({ error, detail: 'said' }))
    })
    const seen = open(origin)
    await vi.waitFor(
      () => expect(seen.connections.at(-1)).toEqual({ kind: 'refused', error }),
      PATIENCE,
    )
    expect(requests.length).toBe(2)
  })

  it('goes by the status when the refusal is not of this server', async () => {
    const { origin } = await serve(({ response }) => {
      response.writeHead(401, { 'content-type': 'text/html' }).end('<h1>Proxy</h1>')
    })
    const seen = open(origin)
    await vi.waitFor(
      () => expect(seen.connections.at(-1)).toEqual({ kind: 'refused', error: 'unauthorized' }),
      PATIENCE,
    )
  })

  it('tries again when all places are taken, and says when', async () => {
    let refusing = true
    const { origin } = await serve(({ response }) => {
      if (refusing) response.writeHead(503).end()
      else snapshot(response)
    })
    const before = Date.now()
    const seen = open(origin)
    await vi.waitFor(() => expect(seen.kinds()).toContain('reconnecting'), PATIENCE)
    refusing = false
    const waiting = seen.connections.find((connection) => connection.kind === 'reconnecting')
    expect(waiting).toMatchObject({ attempt: 1 })
    expect(waiting?.kind === 'reconnecting' && waiting.retryAt).toBeGreaterThan(before)
    await vi.waitFor(() => expect(seen.kinds().at(-1)).toBe('live'), PATIENCE)
  })

  it('finds a server again that was killed and started anew', async () => {
    const first = await serve(({ response }) => snapshot(response))
    const seen = open(first.origin)
    await vi.waitFor(() => expect(seen.kinds().at(-1)).toBe('live'), PATIENCE)
    await first.close()
    await vi.waitFor(() => expect(seen.kinds().at(-1)).toBe('reconnecting'), PATIENCE)
    await serve(({ response }) => snapshot(response), first.port)
    await vi.waitFor(() => expect(seen.kinds().at(-1)).toBe('live'), PATIENCE)
    expect(seen.messages).toHaveLength(2)
  })

  it('takes a stream that says nothing for dead', async () => {
    const { origin } = await serve(({ response }) => snapshot(response))
    const seen = open(origin, 200)
    // A busy machine may be silent for that long before it begins, too.
    await vi.waitFor(() => expect(seen.kinds().join(' ')).toContain('live reconnecting'), PATIENCE)
    expect(seen.kinds()[0]).toBe('connecting')
  })

  it('is kept alive by pings', async () => {
    const { origin } = await serve(({ response }) => {
      snapshot(response)
      let pings = 0
      const timer = setInterval(() => {
        pings += 1
        response.write(`data: ${JSON.stringify([{ kind: 'ping', at: pings }])}\n\n`)
      }, 50)
      response.on('close', () => clearInterval(timer))
    })
    const seen = open(origin, 2000)
    await vi.waitFor(() => expect(seen.messages.length).toBeGreaterThan(50), PATIENCE)
    expect(seen.kinds()).toEqual(['connecting', 'live'])
  })

  it('refuses messages that it does not understand', async () => {
    const { origin } = await serve(({ response }) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write('data: [{"kind":"from the future"}]\n\n')
    })
    const seen = open(origin)
    await vi.waitFor(
      () => expect(seen.connections.at(-1)).toEqual({ kind: 'refused', error: 'internal' }),
      PATIENCE,
    )
  })

  it('leaves nothing open when it is closed', async () => {
    let open_ = 0
    const { origin } = await serve(({ response }) => {
      open_ += 1
      response.on('close', () => {
        open_ -= 1
      })
      snapshot(response)
    })
    const seen = open(origin)
    await vi.waitFor(() => expect(seen.kinds().at(-1)).toBe('live'), PATIENCE)
    stream?.close()
    await vi.waitFor(() => expect(open_).toBe(0), PATIENCE)
    expect(seen.kinds()).toEqual(['connecting', 'live'])
  })
})
