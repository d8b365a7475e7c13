import { EventSource } from 'undici'
import { expect, onTestFinished, vi } from 'vitest'
import { createSession } from '../../src/renderer/data/create-session.ts'
import type { PageState } from '../../src/renderer/data/page-state.ts'
import type { Session } from '../../src/renderer/data/session.ts'
import type { LogState, ServerMessage } from '../../src/shared/protocol.ts'
import { logState, serverState } from './log-state.ts'
import { PATIENCE } from './patience.ts'
import { beginStream, type PeerRequest, type SsePeer, startSsePeer } from './sse-peer.ts'

/** What the server of a session says: the test changes it as it likes. */
export interface Told {
  logs: readonly LogState[]
  /** Answers to requests other than those for the state, by method and path. */
  readonly answers: Record<
    string,
    {
      readonly status: number
      readonly body?: unknown
      /** Waited for before the answer. */
      readonly after?: () => Promise<unknown>
    }
  >
  /** The streams of messages that are open, each with the log that is followed in it. */
  readonly streams: readonly {
    readonly follow: string | null
    send(...messages: readonly ServerMessage[]): void
  }[]
}

/** A session whose server says what the test wants. */
export interface ToldSession {
  readonly session: Session
  readonly told: Told
  /** How its stream is. */
  connection(): PageState['connection']['kind']
  /** The server as it runs now. */
  peer(): SsePeer
  /** Starts the server again, at the same address, after its peer was closed. */
  restart(): Promise<void>
}

/** The server knows the logs `a` and `b`. Nothing is loaded yet; both ends are closed after the test. */
export async function toldSession(): Promise<ToldSession> {
  const streams: Told['streams'][number][] = []
  const told: Told = {
    logs: [logState({ id: 'a' }), logState({ id: 'b', end: 20 })],
    answers: {},
    streams,
  }

  function serve({ request, response }: PeerRequest): void {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://peer')
    const answer =
      told.answers[`${request.method} ${pathname}`] ??
      (pathname === '/api/logs' && { status: 200, body: serverState(...told.logs) })
    if (answer || pathname !== '/api/events') {
      const { status = 404, body = {}, after = () => Promise.resolve() } = answer || {}
      void after().then(() => {
        response.writeHead(status).end(status === 204 ? '' : JSON.stringify(body))
      })
      return
    }
    beginStream(response)
    const stream = {
      follow: searchParams.get('follow'),
      send: (...messages: readonly ServerMessage[]) => {
        response.write(`data: ${JSON.stringify(messages)}\n\n`)
      },
    }
    stream.send({ kind: 'snapshot', state: serverState(...told.logs) })
    streams.push(stream)
    response.on('close', () => {
      streams.splice(streams.indexOf(stream), 1)
    })
  }

  let peer = await startSsePeer(serve)
  const session = createSession({
    baseUrl: `${peer.origin}/`,
    // The same standard, another implementation's declarations.
    EventSource: EventSource as unknown as typeof globalThis.EventSource,
  })
  onTestFinished(async () => {
    session.close()
    await peer.close()
  })
  return {
    session,
    told,
    connection: () => session.getState().connection.kind,
    peer: () => peer,
    async restart() {
      peer = await startSsePeer(serve, peer.port)
    },
  }
}

/** The same, with its logs loaded and its stream open. */
export async function liveToldSession(): Promise<ToldSession> {
  const own = await toldSession()
  await own.session.load()
  own.session.start()
  await vi.waitFor(() => expect(own.connection()).toBe('live'), PATIENCE)
  return own
}
