import { appendFile } from 'node:fs/promises'
import { describe, expect, it, vi } from 'vitest'
import { shownView } from '../../../src/renderer/data/page-state.ts'
import type { Session, ViewAnswer } from '../../../src/renderer/data/session.ts'
import type { LogId } from '../../../src/shared/log-id.ts'
import type { ViewState } from '../../../src/shared/views.ts'
import { liveSession } from '../../support/live-session.ts'
import { text, wanted } from '../../support/wanted.ts'

// Each test starts a server with its threads: on a busy machine that alone takes seconds.
vi.setConfig({ testTimeout: 120_000 })
const WAIT = 60_000

function numbered(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, at) => `line ${from + at}\n`).join('')
}

async function open(session: Session, log: LogId, pattern: string): Promise<ViewState> {
  const answer: ViewAnswer = await session.openView(log, wanted([text(pattern)]))
  if (answer.kind !== 'opened') throw new Error(`The view was refused: ${answer.error}.`)
  return answer.view
}

describe('a view of the page', () => {
  it('is in the state, grows with the log and has its rows with their line numbers', async () => {
    const { session, log, path } = await liveSession(numbered(0, 300))
    const { id } = await open(session, log, '7')
    const state = () => session.getState().views.get(id)
    await vi.waitFor(
      () => expect(state()).toMatchObject({ end: 57, phase: { kind: 'current' } }),
      WAIT,
    )
    const rows = session.viewRows(log, id)
    rows.want(0, 10)
    await vi.waitFor(() => expect(rows.peek(1)).toMatchObject({ line: 17, text: 'line 17' }), WAIT)
    expect(await rows.rowOf(18)).toBe(2)
    expect((await rows.read(55, 57))?.map(({ line }) => line)).toEqual([287, 297])
    await appendFile(path, 'line 7000\n')
    await vi.waitFor(() => expect(state()?.end).toBe(58), WAIT)
    expect((await rows.read(57, 58))?.[0]?.line).toBe(300)
    rows.close()
  })

  it('is shown in place of all lines until it is closed', async () => {
    const { session, log } = await liveSession(numbered(0, 20))
    const view = await open(session, log, '7')
    session.showView(log, view.id)
    expect(shownView(session.getState(), log)?.id).toBe(view.id)
    session.closeView(log, view.id)
    expect(shownView(session.getState(), log)).toBeNull()
    expect(session.getState().views.size).toBe(0)
  })

  it('gives way to the one that replaces it', async () => {
    const { session, log } = await liveSession(numbered(0, 20))
    const first = await open(session, log, '7')
    const answer = await session.openView(log, { ...wanted([text('8')]), replaces: first.id })
    expect(answer.kind).toBe('opened')
    const known = () => [...session.getState().views.keys()]
    await vi.waitFor(() => expect(known()).toHaveLength(1), WAIT)
    expect(known()).not.toContain(first.id)
  })

  it('has the rows that came with it, and knows where the line is that they were asked around', async () => {
    const { session, log } = await liveSession(numbered(0, 3000))
    const opening = { at: { kind: 'line', line: 1500 }, rows: 20 } as const
    // A server whose threads are just being started answers with what there is: it is asked again.
    await vi.waitFor(async () => {
      const answer = await session.openView(log, { ...wanted([text('7')]), opening })
      if (answer.kind !== 'opened') throw new Error('The view was refused.')
      const rows = session.viewRows(log, answer.view.id)
      const row = await rows.rowOf(1500)
      expect(rows.peek(row ?? -1)).toMatchObject({ line: 1507, text: 'line 1507' })
      expect(rows.peek((row ?? 0) - 1)?.line).toBe(1497)
      // Of nothing else is anything here yet.
      expect(rows.peek(0)).toBeUndefined()
      // Who asks again asks the server: it may stand elsewhere by now.
      expect(await rows.rowOf(1500)).toBe(row)
      rows.close()
    }, WAIT)
  })

  it('is refused with the place of the mistake in its pattern', async () => {
    const { session, log } = await liveSession(numbered(0, 5))
    const bad = { kind: 'regexp', pattern: 'a(', matchCase: false, wholeWord: false } as const
    const answer = await session.openView(log, wanted([bad]))
    expect(answer).toMatchObject({
      kind: 'refused',
      error: 'query-invalid',
      query: { group: 'all' },
    })
  })

  it('is told how far it is without a stream too', async () => {
    const { session, log } = await liveSession(numbered(0, 2000))
    session.stop()
    const { id } = await open(session, log, '7')
    const state = () => session.getState().views.get(id)
    await vi.waitFor(() => expect(state()?.phase).toEqual({ kind: 'current' }), WAIT)
    expect(state()?.end).toBe(542)
  })

  it('keeps what was read when it is gone, and asks for nothing more', async () => {
    const { session, log } = await liveSession(numbered(0, 300))
    const { id } = await open(session, log, '7')
    await vi.waitFor(() => expect(session.getState().views.get(id)?.end).toBe(57), WAIT)
    const rows = session.viewRows(log, id)
    rows.want(0, 10)
    await vi.waitFor(() => expect(rows.peek(1)?.line).toBe(17), WAIT)
    session.closeView(log, id)
    expect(rows.peek(1)?.line).toBe(17)
    expect(await rows.read(0, 1)).toBeNull()
    expect(await rows.rowOf(3)).toBeNull()
    rows.close()
  })
})
