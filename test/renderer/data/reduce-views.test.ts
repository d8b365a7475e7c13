import { describe, expect, it } from 'vitest'
import type { PageState } from '../../../src/renderer/data/page-state.ts'
import { INITIAL_PAGE_STATE, reduce } from '../../../src/renderer/data/reduce.ts'
import type { ServerMessage } from '../../../src/shared/protocol.ts'
import { rowNumber } from '../../../src/shared/row-number.ts'
import { logState, serverState } from '../../support/log-state.ts'
import { viewState } from '../../support/view-state.ts'

const LIVE = reduce(INITIAL_PAGE_STATE, {
  kind: 'loaded',
  server: serverState(logState({ id: 'app' }), logState({ id: 'other' })),
})

function received(state: PageState, ...messages: readonly ServerMessage[]): PageState {
  return reduce(state, { kind: 'received', messages })
}

const withView = received(LIVE, { kind: 'view', view: viewState('v-1') })
const shown = reduce(withView, { kind: 'shown', log: 'app', view: 'v-1' })

describe('the views of the page', () => {
  it('are those that the server told last', () => {
    const later = received(withView, {
      kind: 'view',
      view: viewState('v-1', { end: rowNumber(9) }),
    })
    expect(later.views.get('v-1')?.end).toBe(9)
    const others = {
      kind: 'views' as const,
      log: 'app',
      views: [viewState('v-2')],
    } satisfies ServerMessage
    expect([...received(withView, others).views.keys()]).toEqual(['v-2'])
    const removed = { kind: 'view-removed', log: 'app', view: 'v-1' } as const
    expect(received(withView, removed).views.size).toBe(0)
  })

  it('are not put back by an answer that is older than what the stream told', () => {
    const old = viewState('v-1', { end: rowNumber(0), phase: { kind: 'scanning' } })
    expect(reduce(withView, { kind: 'view-opened', view: old })).toBe(withView)
  })

  it('are told anew with each snapshot, and nothing is shown of those that are gone', () => {
    const { server } = shown
    if (server === null) throw new Error('There is no server.')
    const same = {
      kind: 'views' as const,
      log: 'app',
      views: [viewState('v-1')],
    } satisfies ServerMessage
    const kept = received(shown, { kind: 'snapshot', state: server }, same)
    expect(kept.shown.get('app')).toBe('v-1')
    const gone = received(shown, { kind: 'snapshot', state: server })
    expect(gone.shown.size).toBe(0)
  })

  it('go with their log', () => {
    const closed = received(shown, { kind: 'removed', log: 'app' })
    expect(closed.views.size).toBe(0)
    expect(closed.shown.size).toBe(0)
  })

  it('are shown only of their own log', () => {
    expect(reduce(withView, { kind: 'shown', log: 'other', view: 'v-1' })).toBe(withView)
    expect(reduce(withView, { kind: 'shown', log: 'app', view: 'v-9' })).toBe(withView)
  })
})

describe('folded entries', () => {
  it('are unfolded when the view of their heads is gone', () => {
    const fold = { kind: 'heads', heads: 'v-1', splices: [] } as const
    const folded = reduce(withView, { kind: 'folded', log: 'app', fold })
    expect(folded.folds.get('app')).toEqual(fold)
    const removed = { kind: 'view-removed', log: 'app', view: 'v-1' } as const
    expect(received(folded, removed).folds.size).toBe(0)
  })
})

describe('a log that is selected again', () => {
  it('is followed as it was', () => {
    const away = reduce(LIVE, { kind: 'follow', follow: false })
    const other = reduce(away, { kind: 'selected', log: 'other' })
    expect(other.follow).toBe(true)
    expect(reduce(other, { kind: 'selected', log: 'app' }).follow).toBe(false)
  })
})
