import { describe, expect, it } from 'vitest'
import type { PageState } from '../../../src/renderer/data/page-state.ts'
import { INITIAL_PAGE_STATE, reduce } from '../../../src/renderer/data/reduce.ts'
import { EMPTY_LIST } from '../../../src/renderer/list/list-model.ts'
import { modelOf, selectedShown } from '../../../src/renderer/list/model-of.ts'
import { rowNumber } from '../../../src/shared/row-number.ts'
import type { ViewState } from '../../../src/shared/views.ts'
import { logState, serverState } from '../../support/log-state.ts'
import { text, wanted } from '../../support/wanted.ts'

function withView(state: PageState, end: number, phase: ViewState['phase']): PageState {
  const view: ViewState = {
    ...wanted([text('x')]),
    id: 'v-1',
    log: 'app',
    first: rowNumber(0),
    end: rowNumber(end),
    scanned: 10,
    total: 10,
    phase,
  }
  return reduce(state, { kind: 'received', messages: [{ kind: 'view', view }] })
}

const CURRENT = { kind: 'current' } as const
const SCANNING = { kind: 'scanning' } as const
const ALL = reduce(INITIAL_PAGE_STATE, {
  kind: 'loaded',
  server: serverState(logState({ end: 100, partial: 'half' })),
})
const FILTERED = reduce(withView(ALL, 5, CURRENT), { kind: 'shown', log: 'app', view: 'v-1' })

describe('the model of a filtered list', () => {
  it('has the rows of the view, and no unfinished line: that matches nothing yet', () => {
    const model = modelOf(FILTERED, EMPTY_LIST)
    expect(model).toMatchObject({ view: 'v-1', first: 0, end: 5, partial: null, follow: true })
    expect(modelOf(ALL, model)).toMatchObject({ view: null, end: 100, partial: 'half' })
  })

  it('follows the end only when everything was looked at once', () => {
    const first = modelOf(withView(FILTERED, 3, SCANNING), EMPTY_LIST)
    expect(first).toMatchObject({ follow: false, searching: true })
    const caughtUp = modelOf(FILTERED, first)
    expect(caughtUp).toMatchObject({ follow: true, searching: false })
    // A burst that takes a while to be looked at leaves the end where it is.
    expect(modelOf(withView(FILTERED, 6, SCANNING), caughtUp).follow).toBe(true)
  })

  it('keeps its end in a pause', () => {
    const before = modelOf(FILTERED, EMPTY_LIST)
    const paused = reduce(FILTERED, { kind: 'paused' })
    expect(modelOf(withView(paused, 9, CURRENT), before)).toMatchObject({ end: 5, frozen: true })
  })

  it('ends where the pause began when the filter came after it, as soon as that is known', () => {
    const before = modelOf(reduce(ALL, { kind: 'paused' }), modelOf(ALL, EMPTY_LIST))
    const later = reduce(FILTERED, { kind: 'paused' })
    const unknown = modelOf(withView(later, 9, CURRENT), before)
    expect(unknown).toMatchObject({ end: 9, frozen: false })
    const known = { ...selectedShown(later), limit: 4 }
    expect(modelOf(withView(later, 9, CURRENT), unknown, known).end).toBe(4)
    const resumed = reduce(withView(later, 9, CURRENT), { kind: 'resumed', where: 'here' })
    expect(modelOf(resumed, unknown, known).end).toBe(9)
  })

  it('counts what is unfolded, and leaves out what is folded away', () => {
    const heads = {
      kind: 'heads',
      heads: 'v-1',
      splices: [{ at: 2, remove: 0, line: 7, insert: 3 }],
    } as const
    const unfolded = reduce(FILTERED, { kind: 'folded', log: 'app', fold: heads })
    expect(modelOf(unfolded, EMPTY_LIST)).toMatchObject({ view: 'v-1', end: 8, endBelow: 5 })
    const lines = {
      ...heads,
      kind: 'lines' as const,
      splices: [{ at: 2, remove: 3, line: 2, insert: 0 }],
    }
    const folded = reduce(withView(ALL, 5, CURRENT), { kind: 'folded', log: 'app', fold: lines })
    expect(modelOf(folded, EMPTY_LIST)).toMatchObject({ view: null, end: 97, endBelow: 100 })
  })
})
