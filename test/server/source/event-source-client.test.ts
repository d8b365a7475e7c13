import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  type ClientPhase,
  EventSourceClient,
  type EventSourceClientOptions,
} from '../../../src/server/source/event-source-client.ts'
import type { StreamEvent } from '../../../src/server/source/event-stream-decoder.ts'
import { listen } from '../../support/listen.ts'
import { PATIENCE } from '../../support/patience.ts'
import { startRawPeer } from '../../support/raw-peer.ts'
import { selfSigned } from '../../support/self-signed.ts'
import { beginStream, type PeerRequest, startSsePeer } from '../../support/sse-peer.ts'

async function peerOf(answer: (request: PeerRequest) => void) {
  const peer = await startSsePeer(answer)
  onTestFinished(() => peer.close())
  return peer
}

/** A client that is connecting to `url`, and all that it told. */
function connect(url: string, options: Partial<EventSourceClientOptions> = {}) {
  const told = {
    phases: [] as ClientPhase[],
    /** Pauses in ms, one for each time it began to reconnect. */
    pauses: [] as number[],
    events: [] as StreamEvent[],
    ids: [] as string[],
  }
  const client = new EventSourceClient(
    { url: new URL(url), authorization: null, lastEventId: '', ...options },
    {
      onPhase: (phase) => {
        told.phases.push(phase)
        if (phase.kind === 'reconnecting') told.pauses.push(phase.retryAt - Date.now())
      },
      onOpen: () => undefined,
      onEvent: (event, id) => {
        told.events.push(event)
        told.ids.push(id)
      },
      onChunk: () => undefined,
    },
  )
  onTestFinished(() => client.close())
  client.retry()
  return { client, ...told, data: () => told.events.map((event) => event.data) }
}

const phaseOf = (client: EventSourceClient, kind: ClientPhase['kind']) =>
  vi.waitFor(() => expect(client.phase.kind).toBe(kind), PATIENCE)

/** Only our own timers, and the clock that dates them: sockets live in real time. */
const fakeTimers = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })

afterEach(() => {
  vi.useRealTimers()
})

describe('EventSourceClient: the request', () => {
  it('asks for an event stream that nobody cached', async () => {
    const peer = await peerOf(({ response }) => beginStream(response))
    const { client } = connect(`${peer.origin}/events?a=1`)
    await phaseOf(client, 'live')
    expect(peer.requests[0]?.url).toBe('/events?a=1')
    expect(peer.requests[0]?.headers).toMatchObject({
      accept: 'text/event-stream',
      'cache-control': 'no-store',
      'accept-encoding': 'identity',
    })
    expect(peer.requests[0]?.headers).not.toHaveProperty('last-event-id')
    expect(peer.requests[0]?.headers).not.toHaveProperty('authorization')
  })

  it('begins after the id that it was given', async () => {
    const peer = await peerOf(({ response }) => beginStream(response))
    const { client } = connect(peer.origin, { lastEventId: 'k2-40' })
    await phaseOf(client, 'live')
    expect(peer.requests[0]?.headers['last-event-id']).toBe('k2-40')
  })
})

describe('EventSourceClient: answers', () => {
  it('ends for good at 204', async () => {
    const peer = await peerOf(({ response }) => response.writeHead(204).end())
    fakeTimers()
    const { client, phases } = connect(peer.origin)
    await phaseOf(client, 'ended')
    expect(vi.getTimerCount()).toBe(0)
    expect(phases.map(({ kind }) => kind)).toEqual(['connecting', 'ended'])
    expect(peer.requests).toHaveLength(1)
  })

  it.each([205, 210, 299, 404, 410, 503])('is refused for good by %i', async (status) => {
    const peer = await peerOf(({ response }) =>
      response.writeHead(status, { 'content-type': 'text/event-stream' }).end('data:x\n\n'),
    )
    fakeTimers()
    const { client, events } = connect(peer.origin)
    await phaseOf(client, 'refused')
    expect(client.phase).toEqual({ kind: 'refused', reason: { kind: 'status', status } })
    expect(vi.getTimerCount()).toBe(0)
    expect(events).toEqual([])
    expect(peer.requests).toHaveLength(1)
  })

  it('is refused for good by another type, and tries again when told to', async () => {
    const peer = await peerOf(({ response, index }) => {
      if (index === 0) {
        response.writeHead(200, { 'content-type': 'text/event-stream_bogus' }).end('data:x\n\n')
      } else beginStream(response, 'data:y\n\n')
    })
    const { client, data } = connect(peer.origin)
    await phaseOf(client, 'refused')
    client.retry()
    await vi.waitFor(() => expect(data()).toEqual(['y']), PATIENCE)
    expect(client.phase.kind).toBe('live')
  })

  it('reads UTF-8 whatever the charset says', async () => {
    const peer = await peerOf(({ response }) => {
      response.writeHead(200, { 'content-type': 'text/event-stream;charset=windows-1251' })
      response.write('data:ok…\n\n')
    })
    const { data } = connect(peer.origin)
    await vi.waitFor(() => expect(data()).toEqual(['ok…']), PATIENCE)
  })
})

describe('EventSourceClient: redirects', () => {
  it.each([301, 302, 303, 307, 308])('follows %i and keeps the id', async (status) => {
    const peer = await peerOf(({ request, response }) => {
      if (request.url === '/from') response.writeHead(status, { location: '/to?x' }).end('moved')
      else beginStream(response, 'data:x\n\n')
    })
    const { data } = connect(`${peer.origin}/from`, { lastEventId: '5' })
    await vi.waitFor(() => expect(data()).toEqual(['x']), PATIENCE)
    expect(peer.requests.map(({ url }) => url)).toEqual(['/from', '/to?x'])
    expect(peer.requests[1]?.headers['last-event-id']).toBe('5')
  })

  it('keeps the token on its own origin and drops it elsewhere', async () => {
    const other = await peerOf(({ response }) => beginStream(response, 'data:x\n\n'))
    const peer = await peerOf(({ request, response }) => {
      const location = request.url === '/from' ? '/same' : other.origin
      response.writeHead(302, { location }).end()
    })
    const { data } = connect(`${peer.origin}/from`, { authorization: 'Bearer XYZ' })
    await vi.waitFor(() => expect(data()).toEqual(['x']), PATIENCE)
    expect(peer.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer XYZ',
      'Bearer XYZ',
    ])
    expect(other.requests[0]?.headers.authorization).toBeUndefined()
  })

  it.each([
    ['another scheme', 'file:///etc/passwd'],
    ['credentials', 'http://user:pw@127.0.0.1/'],
    ['a link-local address', 'http://169.254.169.254/latest/meta-data'],
    ['itself for ever', '/'],
  ])('refuses to be sent to %s', async (_name, location) => {
    const peer = await peerOf(({ response }) => response.writeHead(302, { location }).end())
    const { client } = connect(peer.origin)
    await phaseOf(client, 'refused')
    expect(client.phase).toEqual({ kind: 'refused', reason: { kind: 'redirects' } })
    expect(peer.requests.length).toBeLessThanOrEqual(21)
  })

  it('is refused by a redirect that names no place', async () => {
    const peer = await peerOf(({ response }) => response.writeHead(302).end())
    const { client } = connect(peer.origin)
    await phaseOf(client, 'refused')
    expect(client.phase).toMatchObject({ reason: { kind: 'status', status: 302 } })
  })
})

describe('EventSourceClient: reconnecting', () => {
  it('comes back after the end of a stream with the last id', async () => {
    const peer = await peerOf(({ response, index }) => {
      beginStream(response, `retry:100\nid:${index + 4}\ndata:${index}\n\n`)
      if (index < 2) response.end('id:unfinished\ndata:lost')
    })
    const { data, phases } = connect(peer.origin)
    await vi.waitFor(() => expect(data()).toEqual(['0', '1', '2']), PATIENCE)
    expect(peer.requests.map(({ headers }) => headers['last-event-id'])).toEqual([
      undefined,
      '4',
      '5',
    ])
    expect(phases.filter(({ kind }) => kind === 'reconnecting')).toMatchObject([
      { attempt: 1, reason: { kind: 'closed' } },
      { attempt: 1, reason: { kind: 'closed' } },
    ])
  })

  it.each([
    ['non-ASCII as UTF-8', 'id:…\ndata:1\n\n', '\u00e2\u0080\u00a6'],
    ['an older one that later events leave alone', 'id:1\ndata:1\n\ndata:2\n\n', '1'],
    ['none after an empty one', 'id:1\ndata:1\n\nid\ndata:2\n\n', undefined],
    ['one without data', 'data:1\n\nid:9\n\n', '9'],
    ['the one before a NUL', 'id:3\ndata:1\n\nid:4\0\ndata:2\n\n', '3'],
  ])('sends %s', async (_name, stream, header) => {
    const peer = await peerOf(({ response, index }) => {
      beginStream(response, `retry:100\n${stream}`)
      if (index === 0) response.end()
    })
    connect(peer.origin)
    await vi.waitFor(() => expect(peer.requests).toHaveLength(2), PATIENCE)
    expect(peer.requests[1]?.headers['last-event-id']).toBe(header)
  })

  it('tries again when the server is not there yet, with a growing pause', async () => {
    const gone = await startSsePeer(() => undefined)
    await gone.close()
    fakeTimers()
    const { client, pauses } = connect(gone.origin)
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await vi.waitFor(() => expect(pauses).toHaveLength(attempt), PATIENCE)
      if (attempt < 5) vi.advanceTimersByTime(40_000)
    }
    for (const [at, ms] of [3000, 6000, 12_000, 24_000, 30_000].entries()) {
      expect(pauses[at]).toBeGreaterThanOrEqual(ms)
      expect(pauses[at]).toBeLessThanOrEqual(ms * 1.05 + 1)
    }
    expect(client.phase).toMatchObject({
      reason: { kind: 'network', detail: expect.stringContaining('ECONNREFUSED') },
    })
  })

  it('keeps the pause that the server asked for, and no bogus one', async () => {
    const peer = await peerOf(({ response }) =>
      beginStream(response, 'retry:2000\nretry:1000x\ndata:x\n\n').end(),
    )
    vi.useFakeTimers({ toFake: ['Date'] })
    const { client, pauses } = connect(peer.origin)
    await phaseOf(client, 'reconnecting')
    expect(pauses[0]).toBeGreaterThanOrEqual(2000)
    expect(pauses[0]).toBeLessThanOrEqual(2101)
  })

  it('comes back to a server that was killed and started again', async () => {
    const first = await startSsePeer(({ response }) =>
      beginStream(response, 'retry:100\nid:1\ndata:a\n\n'),
    )
    const { client, data } = connect(first.origin)
    await vi.waitFor(() => expect(data()).toEqual(['a']), PATIENCE)
    await first.close()
    await phaseOf(client, 'reconnecting')
    const second = await startSsePeer(
      ({ response }) => beginStream(response, 'id:2\ndata:b\n\n'),
      first.port,
    )
    onTestFinished(() => second.close())
    await vi.waitFor(() => expect(data()).toEqual(['a', 'b']), PATIENCE)
    expect(second.requests[0]?.headers['last-event-id']).toBe('1')
  })

  it('gives up a server that pinged and then says nothing more', async () => {
    const peer = await peerOf(({ response }) => beginStream(response, 'retry:100\n\n: ping\n\n'))
    const { phases } = connect(peer.origin, { idleMs: 50 })
    await vi.waitFor(() => expect(peer.requests.length).toBeGreaterThanOrEqual(2), PATIENCE)
    expect(phases.find(({ kind }) => kind === 'reconnecting')).toMatchObject({
      reason: { kind: 'network', detail: expect.stringContaining('ping') },
    })
  })

  it('waits without end for a server that never pinged', async () => {
    const peer = await peerOf(({ response }) => beginStream(response, 'data:x\n\n'))
    fakeTimers()
    const { data } = connect(peer.origin)
    await vi.waitFor(() => expect(data()).toEqual(['x']), PATIENCE)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('EventSourceClient: close', () => {
  it('while connecting: no answer is read', async () => {
    let late: PeerRequest['response'] | undefined
    const peer = await peerOf(({ response }) => {
      late = response
    })
    fakeTimers()
    const { client, phases, events } = connect(peer.origin)
    await vi.waitFor(() => expect(late).toBeDefined(), PATIENCE)
    client.close()
    const gone = new Promise((resolve) => late?.on('close', resolve))
    await gone
    expect(vi.getTimerCount()).toBe(0)
    expect(phases.map(({ kind }) => kind)).toEqual(['connecting'])
    expect(events).toEqual([])
    expect(peer.requests).toHaveLength(1)
  })

  it('while open, in the middle of a chunk: no further event', async () => {
    const gone = Promise.withResolvers<void>()
    const peer = await peerOf(({ response }) => {
      response.on('close', gone.resolve)
      beginStream(response, 'data:1\n\ndata:2\n\ndata:3\n\n')
    })
    const data: string[] = []
    const client = new EventSourceClient(
      { url: new URL(peer.origin), authorization: null, lastEventId: '' },
      {
        onPhase: () => undefined,
        onOpen: () => undefined,
        onEvent: (event) => {
          data.push(event.data)
          client.close()
        },
        onChunk: () => data.push('chunk'),
      },
    )
    fakeTimers()
    client.retry()
    await gone.promise
    expect(data).toEqual(['1'])
    expect(vi.getTimerCount()).toBe(0)
    client.retry()
    expect(peer.requests).toHaveLength(1)
  })

  it('in the pause: no further request', async () => {
    const peer = await peerOf(({ response }) => beginStream(response, 'data:1\n\n').end())
    fakeTimers()
    const { client, phases } = connect(peer.origin)
    await phaseOf(client, 'reconnecting')
    expect(vi.getTimerCount()).toBe(1)
    client.close()
    expect(vi.getTimerCount()).toBe(0)
    expect(phases.at(-1)?.kind).toBe('reconnecting')
    expect(peer.requests).toHaveLength(1)
  })
})

describe('EventSourceClient: bounds', () => {
  it('holds the server back while it is paused, and loses nothing', async () => {
    const total = 40_000
    const filler = 'x'.repeat(1000)
    const peer = await peerOf(({ response }) => {
      beginStream(response, 'data:first\n\n')
      let sent = 0
      const send = () => {
        while (sent < total) {
          sent += 1
          if (!response.write(`data:${sent} ${filler}\n\n`))
            return void response.once('drain', send)
        }
      }
      setImmediate(send)
    })
    const { client, data } = connect(peer.origin)
    await vi.waitFor(() => expect(data().length).toBeGreaterThan(0), PATIENCE)
    client.pause()
    const before = data().length
    // Another reader gets everything meanwhile: there was time enough for this one.
    const other = connect(peer.origin)
    await vi.waitFor(() => expect(other.data()).toHaveLength(total + 1), PATIENCE)
    expect(data()).toHaveLength(before)
    client.resume()
    await vi.waitFor(() => expect(data()).toHaveLength(total + 1), PATIENCE)
    expect(
      data()
        .slice(1)
        .every((text, at) => text === `${at + 1} ${filler}`),
    ).toBe(true)
  })

  it('is refused by an event that never ends, after the lines before it', async () => {
    const peer = await peerOf(({ response }) => {
      beginStream(response, `data:a\n\ndata:${'x'.repeat(100_000)}`)
    })
    const { client, data } = connect(peer.origin, { maxEventLength: 10_000 })
    await phaseOf(client, 'refused')
    expect(client.phase).toEqual({ kind: 'refused', reason: { kind: 'too-long' } })
    expect(data()).toEqual(['a'])
  })

  it.each([
    ['a million headers', (at: number) => `x-${at}: y\r\n`.repeat(100), 'HTTP/1.1 200 OK\r\n'],
    ['a header of 10 MB', () => 'y'.repeat(1000), 'HTTP/1.1 200 OK\r\nx: '],
  ])('is refused by %s without reading them all', async (_name, part, head) => {
    const unread = Promise.withResolvers<boolean>()
    const peer = await startRawPeer((socket: Socket) => {
      socket.write(head)
      let at = 0
      const flood = () => {
        while (at < 10_000 && !socket.destroyed) {
          at += 1
          if (!socket.write(part(at))) return void socket.once('drain', flood)
        }
      }
      socket.on('close', () => unread.resolve(at < 10_000))
      flood()
    })
    onTestFinished(() => peer.close())
    const { client } = connect(peer.origin)
    await phaseOf(client, 'refused')
    expect(client.phase).toMatchObject({
      reason: { kind: 'network', detail: expect.stringContaining('HPE_HEADER_OVERFLOW') },
    })
    expect(await unread.promise).toBe(true)
  })

  it('says that a broken chunk is no HTTP, and tries again', async () => {
    const peer = await startRawPeer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n')
      socket.write('Transfer-Encoding: chunked\r\n\r\n8\r\ndata:x\n\n\r\nzz\r\n')
    })
    onTestFinished(() => peer.close())
    const { client, data } = connect(peer.origin)
    await phaseOf(client, 'reconnecting')
    expect(data()).toEqual(['x'])
    expect(client.phase).toMatchObject({
      reason: { kind: 'network', detail: expect.stringContaining('HPE_INVALID_CHUNK_SIZE') },
    })
  })

  it('is refused by a peer that speaks no HTTP', async () => {
    const peer = await startRawPeer((socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'))
    onTestFinished(() => peer.close())
    const { client } = connect(peer.origin)
    await phaseOf(client, 'refused')
    expect(client.phase).toMatchObject({
      reason: { kind: 'network', detail: expect.stringContaining('HTTP') },
    })
  })

  it('does not wait for ever for an answer', async () => {
    const peer = await peerOf(() => undefined)
    fakeTimers()
    const { client } = connect(peer.origin)
    await vi.waitFor(() => expect(peer.requests).toHaveLength(1), PATIENCE)
    vi.advanceTimersByTime(30_000)
    await phaseOf(client, 'reconnecting')
    expect(client.phase).toMatchObject({
      reason: { kind: 'network', detail: expect.stringContaining('No answer') },
    })
  })

  it('reads an answer of HTTP/1.0', async () => {
    const peer = await startRawPeer((socket) => {
      socket.end('HTTP/1.0 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata:x\n\n')
    })
    onTestFinished(() => peer.close())
    const { client, data } = connect(peer.origin)
    await phaseOf(client, 'reconnecting')
    expect(data()).toEqual(['x'])
  })
})

describe('EventSourceClient: TLS', () => {
  it('refuses a self-signed certificate, also where the environment loosens it', async () => {
    const server = createTlsServer(selfSigned, (_request, response) => beginStream(response))
    const port = await listen(server)
    onTestFinished(() => {
      server.close()
    })
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    onTestFinished(() => {
      vi.unstubAllEnvs()
    })
    const { client } = connect(`https://localhost:${port}/`)
    await phaseOf(client, 'refused')
    expect(client.phase).toMatchObject({
      reason: {
        kind: 'network',
        detail: expect.stringMatching(/^TLS certificate: .*DEPTH_ZERO_SELF_SIGNED_CERT/),
      },
    })
  })

  it('says that a plain server speaks no TLS', async () => {
    const peer = await peerOf(({ response }) => beginStream(response))
    const { client } = connect(peer.origin.replace('http:', 'https:'))
    await phaseOf(client, 'refused')
    expect(client.phase).toMatchObject({
      reason: { kind: 'network', detail: expect.stringMatching(/^TLS/) },
    })
  })
})
