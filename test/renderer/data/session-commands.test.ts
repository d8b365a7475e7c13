import { describe, expect, it, vi } from 'vitest'
import { selectedLog } from '../../../src/renderer/data/page-state.ts'
import { logState } from '../../support/log-state.ts'
import { PATIENCE } from '../../support/patience.ts'
import { liveToldSession, toldSession } from '../../support/told-session.ts'

describe('the commands of the session', () => {
  it('connects to a stream and knows its log at once', async () => {
    const { session, told } = await toldSession()
    await session.load()
    const remote = logState({ id: 'r', origin: { kind: 'remote', url: 'http://host/' } })
    told.answers['POST /api/logs'] = { status: 200, body: remote }
    expect(await session.connectUrl('http://host/')).toEqual({ kind: 'opened', log: 'r' })
    session.select('r')
    expect(session.getState().selected).toBe('r')
  })

  it('hands the reason of a refusal on', async () => {
    const { session, told } = await toldSession()
    const body = { error: 'url-scheme', detail: 'Only http and https.' }
    told.answers['POST /api/logs'] = { status: 400, body }
    expect(await session.connectUrl('ftp://host/')).toEqual({ kind: 'refused', ...body })
  })

  it('says network when there is no server', async () => {
    const { session, peer } = await toldSession()
    await peer().close()
    expect(await session.connectUrl('http://host/')).toMatchObject({
      kind: 'refused',
      error: 'network',
    })
    expect(await session.setGenerator(true)).toEqual({ kind: 'refused', error: 'network' })
  })

  it('asks what changed when no stream tells it', async () => {
    const { session, told } = await toldSession()
    await session.load()
    told.answers['POST /api/generator'] = { status: 200, body: {} }
    told.logs = [...told.logs, logState({ id: 'teste' })]
    expect(await session.setGenerator(true)).toEqual({ kind: 'ok' })
    expect(session.getState().server?.logs.map(({ id }) => id)).toEqual(['a', 'b', 'teste'])
  })

  it('changes the encoding', async () => {
    const { session, told } = await toldSession()
    await session.load()
    told.answers['PATCH /api/logs/a'] = { status: 200, body: {} }
    told.logs = [logState({ id: 'a', encoding: 'windows-1252' })]
    expect(await session.setEncoding('a', 'windows-1252')).toEqual({ kind: 'ok' })
    expect(selectedLog(session.getState())?.encoding).toBe('windows-1252')
  })

  it('selects a log and says how it is read, in one', async () => {
    const { session } = await toldSession()
    await session.load()
    const seen: unknown[] = []
    session.watch(() => {
      const { selected, follow } = session.getState()
      seen.push([selected, follow])
    })
    session.select('b', false)
    session.select('a', true)
    expect(seen).toEqual([
      ['b', false],
      ['a', true],
    ])
    // A log that is gone takes nobody's end away.
    session.select('gone', false)
    expect(session.getState()).toMatchObject({ selected: 'a', follow: true })
  })

  it('believes the stream rather than an answer that comes after it', async () => {
    const { session, told } = await liveToldSession()
    const remote = logState({ id: 'r' })
    const refused = { kind: 'refused', reason: { kind: 'closed' } } as const
    const phaseOf = (id: string) =>
      session.getState().server?.logs.find((log) => log.id === id)?.phase.kind
    told.answers['POST /api/logs'] = {
      status: 200,
      body: { ...remote, phase: { kind: 'connecting' } },
      async after() {
        told.streams[0]?.send({ kind: 'log', log: { ...remote, phase: refused } })
        await vi.waitFor(() => expect(phaseOf('r')).toBe('refused'), PATIENCE)
      },
    }
    expect(await session.connectUrl('http://far/')).toEqual({ kind: 'opened', log: 'r' })
    expect(phaseOf('r')).toBe('refused')

    // What the stream said before the question is older than the answer.
    told.answers['POST /api/logs'] = {
      status: 200,
      body: { ...remote, phase: { kind: 'connecting' } },
    }
    await session.connectUrl('http://far/')
    expect(phaseOf('r')).toBe('connecting')
  })
})
