import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createFilterViews } from '../../../../src/renderer/ui/filters/filter-views.ts'
import { createFilters } from '../../../../src/renderer/ui/filters/filters.ts'
import type { ServerMessage } from '../../../../src/shared/protocol.ts'
import { serverState } from '../../../support/log-state.ts'
import { PATIENCE } from '../../../support/patience.ts'
import { liveToldSession } from '../../../support/told-session.ts'
import { viewState } from '../../../support/view-state.ts'
import { memoryKeeper } from './memory-keeper.ts'
import { textTerm } from './text-term.ts'

const VIEW = viewState('v-1', { log: 'a' })
const OPEN = 'POST /api/logs/a/views'

/** A filter whose server says what the test wants, and what the list heard of it. */
async function open() {
  const { session, told, peer } = await liveToldSession()
  const send = (message: ServerMessage) => told.streams[0]?.send(message)
  told.answers[OPEN] = { status: 200, body: { ...VIEW, opening: null } }
  const filters = createFilters(() => session.getState().selected, memoryKeeper())
  const views = createFilterViews(session, filters, () => null)
  onTestFinished(() => views.close())
  const known = (id: string) => session.getState().views.get(id)
  const shown = () => session.getState().shown.get('a') ?? null
  filters.add({ mode: 'include', term: textTerm('two') })
  await vi.waitFor(() => expect(shown()).toBe('v-1'), PATIENCE)
  const heard: { readonly phase: string | null; readonly shown: string | null }[] = []
  // As the list does, after the filters.
  session.watch(() => heard.push({ phase: known('v-1')?.phase.kind ?? null, shown: shown() }))
  const asked = () => peer().requests.filter(({ url }) => url === '/api/logs/a/views').length
  return { told, send, known, shown, heard, asked }
}

describe('what the list shows of a filter', () => {
  it('is never the rows of a view that failed', async () => {
    const { send, known, shown, heard } = await open()
    const phase = { kind: 'failed', reason: 'runaway' } as const
    send({ kind: 'view', view: { ...VIEW, phase } })
    await vi.waitFor(() => expect(known('v-1')?.phase).toEqual(phase), PATIENCE)
    expect(shown()).toBeNull()
    expect(new Set(heard.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ phase: 'failed', shown: null })]),
    )
  })

  it('is its view again as soon as a stream that begins anew tells of it', async () => {
    const { told, send, known, shown, heard } = await open()
    send({ kind: 'snapshot', state: serverState(...told.logs) })
    await vi.waitFor(() => expect(known('v-1')).toBeUndefined(), PATIENCE)
    expect(shown()).toBeNull()
    send({ kind: 'views', log: 'a', views: [VIEW] })
    await vi.waitFor(() => expect(known('v-1')).toBeDefined(), PATIENCE)
    expect(shown()).toBe('v-1')
    expect(heard).not.toContainEqual({ phase: 'current', shown: null })
  })

  it('is asked for again when its view is gone, though nothing else happens', async () => {
    const { told, send, known, shown, asked } = await open()
    const other = { ...VIEW, id: 'v-2' }
    told.answers[OPEN] = { status: 200, body: { ...other, opening: null } }
    send({ kind: 'view-removed', log: 'a', view: 'v-1' })
    await vi.waitFor(() => expect(known('v-1')).toBeUndefined(), PATIENCE)
    // A second is to pass first: a view that is lost at once is not asked for in a circle.
    await vi.waitFor(() => expect(shown()).toBe('v-2'), PATIENCE)
    expect(asked()).toBe(2)
  })
})
