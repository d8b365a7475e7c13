import { EventSource } from 'undici'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSession } from '../../../src/renderer/data/create-session.ts'
import { selectedLog } from '../../../src/renderer/data/page-state.ts'
import type { Session } from '../../../src/renderer/data/session.ts'
import { lineNumber } from '../../../src/shared/line-number.ts'
import type { LogState, ServerMessage } from '../../../src/shared/protocol.ts'
import { appendedTo, logState, serverState } from '../../support/log-state.ts'
import { type PeerRequest, type SsePeer, startSsePeer } from '../../support/sse-peer.ts'

let peer: SsePeer
let session: Session
let logs: LogState[]
let streams: { follow: string | null; send(...messages: readonly ServerMessage[]): void }[]
/** Answers to requests other than those for the state, by method and path. */
let answers: Record<string, { status: number; body?: unknown; after?: () => Promise<unknown> }>

function serve({ request, response }: PeerRequest): void {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://peer')
  const answer =
    answers[`${request.method} ${pathname}`] ??
    (pathname === '/api/logs' && { status: 200, body: serverState(...logs) })
  if (answer || pathname !== '/api/events') {
    const { status = 404, body = {}, after = () => Promise.resolve() } = answer || {}
    void after().then(() => {
      response.writeHead(status).end(status === 204 ? '' : JSON.stringify(body))
    })
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const stream = {
    follow: searchParams.get('follow'),
    send: (...messages: readonly ServerMessage[]) => {
      response.write(`data: ${JSON.stringify(messages)}\n\n`)
    },
  }
  stream.send({ kind: 'snapshot', state: serverState(...logs) })
  streams.push(stream)
  response.on('close', () => {
    streams = streams.filter((other) => other !== stream)
  })
}

beforeEach(async () => {
  logs = [logState({ id: 'a' }), logState({ id: 'b', end: 20 })]
  streams = []
  answers = {}
  peer = await startSsePeer(serve)
  session = createSession({
    baseUrl: `${peer.origin}/`,
    // The same standard, another implementation's declarations.
    EventSource: EventSource as unknown as typeof globalThis.EventSource,
  })
})

afterEach(async () => {
  session.close()
  await peer.close()
})

const connection = () => session.getState().connection.kind

async function startLive(): Promise<void> {
  await session.load()
  session.start()
  await vi.waitFor(() => expect(connection()).toBe('live'))
}

describe('the session', () => {
  it('knows the logs before Ler Logs, and opens no stream for it', async () => {
    await session.load()
    expect(session.getState()).toMatchObject({ connection: { kind: 'idle' }, selected: 'a' })
    expect(streams).toHaveLength(0)
  })

  it('follows the selected log, also when it was started before it knew one', async () => {
    session.start()
    await vi.waitFor(() => expect(streams.map(({ follow }) => follow)).toEqual(['a']))
    await vi.waitFor(() => expect(connection()).toBe('live'))
  })

  it('reads a whole line, and says from where its file can be saved', async () => {
    const part = { text: 'the line', from: 0, to: 8, bytes: 8 }
    answers['GET /api/logs/a/line'] = { status: 200, body: part }
    const reader = session.wholeLine('a', lineNumber(7))
    expect(await reader.all()).toBe(true)
    expect(reader.get().pieces).toEqual(['the line'])
    answers['GET /api/logs/a/line'] = { status: 200, body: { ...part, text: 8 } }
    const other = session.wholeLine('a', lineNumber(7))
    expect(await other.all()).toBe(false)
    expect(session.rawUrl('a')).toBe(`${peer.origin}/api/logs/a/raw`)
  })

  it('closes the stream when it is stopped', async () => {
    await startLive()
    session.stop()
    expect(connection()).toBe('idle')
    await vi.waitFor(() => expect(streams).toHaveLength(0))
  })

  it('opens the stream anew for another log, once', async () => {
    await startLive()
    session.select('b')
    session.select('b')
    await vi.waitFor(() => expect(streams.map(({ follow }) => follow)).toEqual(['b']))
    expect(peer.requests.filter(({ url }) => url.startsWith('/api/events'))).toHaveLength(2)
  })

  it('shows lines that came with the counters at once', async () => {
    await startLive()
    const seen: (string | undefined)[] = []
    session.watch(() => seen.push(session.lines.peek(10)?.text))
    const grown = logState({ id: 'a', end: 11 })
    const lines = [{ text: 'new', bytes: 3, cut: false }]
    streams[0]?.send({ ...appendedTo(grown), newest: { from: logState().end, lines } })
    await vi.waitFor(() => expect(selectedLog(session.getState())?.end).toBe(11))
    expect(seen).toEqual(['new'])
  })

  it('keeps its state the same object while nothing changes', async () => {
    await startLive()
    const before = session.getState()
    const states: unknown[] = []
    session.watch(() => states.push(session.getState()))
    session.setFollow(true)
    session.select('a')
    expect(session.getState()).toBe(before)
    streams[0]?.send({ kind: 'ping', at: 1 })
    streams[0]?.send(appendedTo(logState({ id: 'b', end: 21 })))
    await vi.waitFor(() => expect(session.getState()).not.toBe(before))
    expect(states).toEqual([session.getState()])
  })

  it('tells subscribers of a flood of counters at most thirty times a second', async () => {
    await startLive()
    const watched = vi.fn()
    const subscribed = vi.fn()
    session.watch(watched)
    session.subscribe(subscribed)
    const begun = Date.now()
    for (let end = 11; end <= 510; end += 1)
      streams[0]?.send(appendedTo(logState({ id: 'a', end })))
    await vi.waitFor(() => expect(watched.mock.calls.length).toBeGreaterThanOrEqual(500))
    const most = (Date.now() - begun) / 33 + 2
    expect(subscribed.mock.calls.length).toBeLessThanOrEqual(most)
    await vi.waitFor(() => expect(subscribed).toHaveBeenCalled())
  })

  it('counts on while paused', async () => {
    await startLive()
    session.pause()
    streams[0]?.send(appendedTo(logState({ id: 'a', end: 5000, errors: 3 })))
    await vi.waitFor(() => expect(selectedLog(session.getState())?.end).toBe(5000))
    expect(session.getState().pause).toMatchObject({ kind: 'paused', end: 10, errors: 0 })
    session.resume('here')
    expect(session.getState()).toMatchObject({ pause: { kind: 'running' }, follow: false })
  })

  it('follows another log when the selected one was closed', async () => {
    await startLive()
    answers['DELETE /api/logs/a'] = { status: 204 }
    expect(await session.closeLog('a')).toEqual({ kind: 'ok' })
    logs = [logState({ id: 'b' })]
    streams[0]?.send({ kind: 'removed', log: 'a' })
    await vi.waitFor(() => expect(streams.map(({ follow }) => follow)).toEqual(['b']))
  })

  it('finds its logs again after the server was killed and started anew', async () => {
    await startLive()
    const { port } = peer
    await peer.close()
    await vi.waitFor(() => expect(connection()).toBe('reconnecting'))
    expect(session.getState().selected).toBe('a')
    logs = [logState({ id: 'a', end: 99 })]
    peer = await startSsePeer(serve, port)
    await vi.waitFor(() => expect(connection()).toBe('live'), 10_000)
    expect(streams.map(({ follow }) => follow)).toEqual(['a'])
    expect(selectedLog(session.getState())?.end).toBe(99)
  })

  it('says why it may not load', async () => {
    answers['GET /api/logs'] = { status: 401, body: { error: 'unauthorized', detail: '' } }
    await session.load()
    expect(session.getState().connection).toEqual({ kind: 'refused', error: 'unauthorized' })
  })

  it('goes on loading until the server is there', async () => {
    const { port } = peer
    await peer.close()
    await session.load()
    expect(connection()).toBe('reconnecting')
    peer = await startSsePeer(serve, port)
    await vi.waitFor(() => expect(session.getState().selected).toBe('a'), 5000)
    expect(connection()).toBe('idle')
  })
})

describe('the commands of the session', () => {
  it('connects to a stream and knows its log at once', async () => {
    await session.load()
    const remote = logState({ id: 'r', origin: { kind: 'remote', url: 'http://host/' } })
    answers['POST /api/logs'] = { status: 200, body: remote }
    expect(await session.connectUrl('http://host/')).toEqual({ kind: 'opened', log: 'r' })
    session.select('r')
    expect(session.getState().selected).toBe('r')
  })

  it('hands the reason of a refusal on', async () => {
    const body = { error: 'url-scheme', detail: 'Only http and https.' }
    answers['POST /api/logs'] = { status: 400, body }
    expect(await session.connectUrl('ftp://host/')).toEqual({ kind: 'refused', ...body })
  })

  it('says network when there is no server', async () => {
    await peer.close()
    expect(await session.connectUrl('http://host/')).toMatchObject({
      kind: 'refused',
      error: 'network',
    })
    expect(await session.setGenerator(true)).toEqual({ kind: 'refused', error: 'network' })
  })

  it('asks what changed when no stream tells it', async () => {
    await session.load()
    answers['POST /api/generator'] = { status: 200, body: {} }
    logs = [...logs, logState({ id: 'teste' })]
    expect(await session.setGenerator(true)).toEqual({ kind: 'ok' })
    expect(session.getState().server?.logs.map(({ id }) => id)).toEqual(['a', 'b', 'teste'])
  })

  it('changes the encoding', async () => {
    await session.load()
    answers['PATCH /api/logs/a'] = { status: 200, body: {} }
    logs = [logState({ id: 'a', encoding: 'windows-1252' })]
    expect(await session.setEncoding('a', 'windows-1252')).toEqual({ kind: 'ok' })
    expect(selectedLog(session.getState())?.encoding).toBe('windows-1252')
  })

  it('selects a log and says how it is read, in one', async () => {
    await session.load()
    const told: unknown[] = []
    session.watch(() => {
      const { selected, follow } = session.getState()
      told.push([selected, follow])
    })
    session.select('b', false)
    session.select('a', true)
    expect(told).toEqual([
      ['b', false],
      ['a', true],
    ])
    // A log that is gone takes nobody's end away.
    session.select('gone', false)
    expect(session.getState()).toMatchObject({ selected: 'a', follow: true })
  })

  it('believes the stream rather than an answer that comes after it', async () => {
    await startLive()
    const remote = logState({ id: 'r' })
    const refused = { kind: 'refused', reason: { kind: 'closed' } } as const
    const phaseOf = (id: string) =>
      session.getState().server?.logs.find((log) => log.id === id)?.phase.kind
    answers['POST /api/logs'] = {
      status: 200,
      body: { ...remote, phase: { kind: 'connecting' } },
      async after() {
        streams[0]?.send({ kind: 'log', log: { ...remote, phase: refused } })
        await vi.waitFor(() => expect(phaseOf('r')).toBe('refused'))
      },
    }
    expect(await session.connectUrl('http://far/')).toEqual({ kind: 'opened', log: 'r' })
    expect(phaseOf('r')).toBe('refused')

    // What the stream said before the question is older than the answer.
    answers['POST /api/logs'] = { status: 200, body: { ...remote, phase: { kind: 'connecting' } } }
    await session.connectUrl('http://far/')
    expect(phaseOf('r')).toBe('connecting')
  })
})
