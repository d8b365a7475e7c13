import { describe, expect, it, vi } from 'vitest'
import { rowNumber } from '../../../src/shared/row-number.ts'
import { appendedTo, logState, serverState } from '../../support/log-state.ts'
import { PATIENCE } from '../../support/patience.ts'
import { liveToldSession } from '../../support/told-session.ts'
import { viewState } from '../../support/view-state.ts'
import { text, wanted } from '../../support/wanted.ts'

/** A session that has a view open, and what hears that the server's next messages have come. */
async function open() {
  const { session, told } = await liveToldSession()
  const send: NonNullable<(typeof told.streams)[number]>['send'] = (...messages) =>
    told.streams[0]?.send(...messages)
  const answer = (id: string) => {
    const body = { ...viewState(id, { log: 'a' }), opening: null }
    told.answers['POST /api/logs/a/views'] = { status: 200, body }
  }
  answer('v-1')
  await session.openView('a', wanted([text('x')]))
  let end = 10
  /** Resolves when all is heard that was sent before. */
  const heard = async () => {
    end += 1
    send(appendedTo(logState({ id: 'a', end })))
    const ends = () => session.getState().server?.logs.map((log) => Number(log.end))
    await vi.waitFor(() => expect(ends()).toContain(end), PATIENCE)
  }
  const views = () => [...session.getState().views.values()].map(({ id, end }) => [id, Number(end)])
  return { session, send, answer, heard, views }
}

const grown = (id: string) => viewState(id, { log: 'a', end: rowNumber(9) })

describe('a view that was closed', () => {
  it('does not come back by what the server said before it heard so', async () => {
    const { session, send, heard, views } = await open()
    send({ kind: 'view', view: grown('v-1') })
    await heard()
    expect(views()).toEqual([['v-1', 9]])
    session.closeView('a', 'v-1')
    send({ kind: 'view', view: grown('v-1') })
    send({ kind: 'views', log: 'a', views: [grown('v-1'), grown('v-2')] })
    await heard()
    expect(views()).toEqual([['v-2', 9]])
  })

  it('does not come back when another one took its place', async () => {
    const { session, send, answer, heard, views } = await open()
    answer('v-2')
    await session.openView('a', { ...wanted([text('y')]), replaces: 'v-1' })
    send({ kind: 'view', view: grown('v-1') })
    await heard()
    expect(views()).toEqual([['v-2', 5]])
  })

  it('may share its name with one of another server', async () => {
    const { session, send, heard, views } = await open()
    session.closeView('a', 'v-1')
    const logs = [logState({ id: 'a' }), logState({ id: 'b' })]
    send({ kind: 'snapshot', state: { ...serverState(...logs), instance: 'second' } })
    send({ kind: 'views', log: 'a', views: [grown('v-1')] })
    await heard()
    expect(views()).toEqual([['v-1', 9]])
  })

  it('is not remembered once the server has closed it', async () => {
    const { session, send, heard, views } = await open()
    session.closeView('a', 'v-1')
    send({ kind: 'view-removed', log: 'a', view: 'v-1' })
    send({ kind: 'view', view: grown('v-1') })
    await heard()
    expect(views()).toEqual([['v-1', 9]])
  })
})
