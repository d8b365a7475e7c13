import { describe, expect, it, vi } from 'vitest'
import { selectedLog } from '../../../src/renderer/data/page-state.ts'
import { lineNumber } from '../../../src/shared/line-number.ts'
import { appendedTo, logState } from '../../support/log-state.ts'
import { PATIENCE } from '../../support/patience.ts'
import { liveToldSession, toldSession } from '../../support/told-session.ts'

describe('the session', () => {
  it('knows the logs before Ler Logs, and opens no stream for it', async () => {
    const { session, told } = await toldSession()
    await session.load()
    expect(session.getState()).toMatchObject({ connection: { kind: 'idle' }, selected: 'a' })
    expect(told.streams).toHaveLength(0)
  })

  it('follows the selected log, also when it was started before it knew one', async () => {
    const { session, told, connection } = await toldSession()
    session.start()
    await vi.waitFor(
      () => expect(told.streams.map(({ follow }) => follow)).toEqual(['a']),
      PATIENCE,
    )
    await vi.waitFor(() => expect(connection()).toBe('live'), PATIENCE)
  })

  it('reads a whole line, and says from where its file can be saved', async () => {
    const { session, told, peer } = await toldSession()
    const part = { text: 'the line', from: 0, to: 8, bytes: 8 }
    told.answers['GET /api/logs/a/line'] = { status: 200, body: part }
    const reader = session.wholeLine('a', lineNumber(7))
    expect(await reader.all()).toBe(true)
    expect(reader.get().pieces).toEqual(['the line'])
    told.answers['GET /api/logs/a/line'] = { status: 200, body: { ...part, text: 8 } }
    const other = session.wholeLine('a', lineNumber(7))
    expect(await other.all()).toBe(false)
    expect(session.rawUrl('a')).toBe(`${peer().origin}/api/logs/a/raw`)
  })

  it('closes the stream when it is stopped', async () => {
    const { session, told, connection } = await liveToldSession()
    session.stop()
    expect(connection()).toBe('idle')
    await vi.waitFor(() => expect(told.streams).toHaveLength(0), PATIENCE)
  })

  it('opens the stream anew for another log, once', async () => {
    const { session, told, peer } = await liveToldSession()
    session.select('b')
    session.select('b')
    await vi.waitFor(
      () => expect(told.streams.map(({ follow }) => follow)).toEqual(['b']),
      PATIENCE,
    )
    expect(peer().requests.filter(({ url }) => url.startsWith('/api/events'))).toHaveLength(2)
  })

  it('shows lines that came with the counters at once', async () => {
    const { session, told } = await liveToldSession()
    const seen: (string | undefined)[] = []
    session.watch(() => seen.push(session.lines.peek(10)?.text))
    const grown = logState({ id: 'a', end: 11 })
    const lines = [{ text: 'new', bytes: 3, cut: false }]
    told.streams[0]?.send({ ...appendedTo(grown), newest: { from: logState().end, lines } })
    await vi.waitFor(() => expect(selectedLog(session.getState())?.end).toBe(11), PATIENCE)
    // Watchers hear of the rate, too, and more than once.
    expect([...new Set(seen)]).toEqual(['new'])
  })

  it('keeps its state the same object while nothing changes', async () => {
    const { session, told } = await liveToldSession()
    const before = session.getState()
    const states: unknown[] = []
    session.watch(() => states.push(session.getState()))
    session.setFollow(true)
    session.select('a')
    expect(session.getState()).toBe(before)
    told.streams[0]?.send({ kind: 'ping', at: 1 })
    told.streams[0]?.send(appendedTo(logState({ id: 'b', end: 21 })))
    await vi.waitFor(() => expect(session.getState()).not.toBe(before), PATIENCE)
    expect(states).toEqual([session.getState()])
  })

  it('tells subscribers of a flood of counters at most thirty times a second', async () => {
    const { session, told } = await liveToldSession()
    const watched = vi.fn()
    const subscribed = vi.fn()
    session.watch(watched)
    session.subscribe(subscribed)
    const begun = Date.now()
    for (let end = 11; end <= 510; end += 1)
      told.streams[0]?.send(appendedTo(logState({ id: 'a', end })))
    await vi.waitFor(() => expect(watched.mock.calls.length).toBeGreaterThanOrEqual(500), PATIENCE)
    const most = (Date.now() - begun) / 33 + 2
    expect(subscribed.mock.calls.length).toBeLessThanOrEqual(most)
    await vi.waitFor(() => expect(subscribed).toHaveBeenCalled(), PATIENCE)
  })

  it('counts on while paused', async () => {
    const { session, told } = await liveToldSession()
    session.pause()
    told.streams[0]?.send(appendedTo(logState({ id: 'a', end: 5000, errors: 3 })))
    await vi.waitFor(() => expect(selectedLog(session.getState())?.end).toBe(5000), PATIENCE)
    expect(session.getState().pause).toMatchObject({ kind: 'paused', end: 10, errors: 0 })
    session.resume('here')
    expect(session.getState()).toMatchObject({ pause: { kind: 'running' }, follow: false })
  })

  it('follows another log when the selected one was closed', async () => {
    const { session, told } = await liveToldSession()
    told.answers['DELETE /api/logs/a'] = { status: 204 }
    expect(await session.closeLog('a')).toEqual({ kind: 'ok' })
    told.logs = [logState({ id: 'b' })]
    told.streams[0]?.send({ kind: 'removed', log: 'a' })
    await vi.waitFor(
      () => expect(told.streams.map(({ follow }) => follow)).toEqual(['b']),
      PATIENCE,
    )
  })

  it('finds its logs again after the server was killed and started anew', async () => {
    const { session, told, peer, restart, connection } = await liveToldSession()
    await peer().close()
    await vi.waitFor(() => expect(connection()).toBe('reconnecting'), PATIENCE)
    expect(session.getState().selected).toBe('a')
    told.logs = [logState({ id: 'a', end: 99 })]
    await restart()
    await vi.waitFor(() => expect(connection()).toBe('live'), PATIENCE)
    expect(told.streams.map(({ follow }) => follow)).toEqual(['a'])
    expect(selectedLog(session.getState())?.end).toBe(99)
  })

  it('says why it may not load', async () => {
    const { session, told } = await toldSession()
    told.answers['GET /api/logs'] = { status: 401, body: { error: 'unauthorized', detail: '' } }
    await session.load()
    expect(session.getState().connection).toEqual({ kind: 'refused', error: 'unauthorized' })
  })

  it('goes on loading until the server is there', async () => {
    const { session, peer, restart, connection } = await toldSession()
    await peer().close()
    await session.load()
    expect(connection()).toBe('reconnecting')
    await restart()
    await vi.waitFor(() => expect(session.getState().selected).toBe('a'), PATIENCE)
    expect(connection()).toBe('idle')
  })
})
