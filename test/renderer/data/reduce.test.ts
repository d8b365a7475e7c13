import { describe, expect, it } from 'vitest'
import type { Action } from '../../../src/renderer/data/action.ts'
import { type PageState, selectedLog } from '../../../src/renderer/data/page-state.ts'
import { INITIAL_PAGE_STATE, reduce } from '../../../src/renderer/data/reduce.ts'
import type { LogState, ServerMessage } from '../../../src/shared/protocol.ts'
import { appendedTo, logState, serverState } from '../../support/log-state.ts'

function stateAfter(...actions: readonly Action[]): PageState {
  return actions.reduce(reduce, INITIAL_PAGE_STATE)
}

function loaded(...logs: readonly LogState[]): Action {
  return { kind: 'loaded', server: serverState(...logs) }
}

function received(...messages: readonly ServerMessage[]): Action {
  return { kind: 'received', messages }
}

describe('the logs of the server', () => {
  it('are known before the stream is opened, the first one selected', () => {
    const state = stateAfter(loaded(logState({ id: 'a' }), logState({ id: 'b' })))
    expect(state.connection.kind).toBe('idle')
    expect(state.selected).toBe('a')
  })

  it('keep the selected one over a new snapshot', () => {
    const logs = [logState({ id: 'a' }), logState({ id: 'b' })]
    const state = stateAfter(
      loaded(...logs),
      { kind: 'selected', log: 'b' },
      received({ kind: 'snapshot', state: serverState(...logs) }),
    )
    expect(state.selected).toBe('b')
  })

  it('grow by one that was opened and are replaced in place', () => {
    const state = stateAfter(
      loaded(logState({ id: 'a' }), logState({ id: 'b' })),
      received(
        { kind: 'log', log: logState({ id: 'c' }) },
        { kind: 'log', log: logState({ id: 'a', rotations: 3 }) },
      ),
    )
    expect(state.server?.logs.map(({ id, rotations }) => [id, rotations])).toEqual([
      ['a', 3],
      ['b', 0],
      ['c', 0],
    ])
  })

  it('lose one that was closed; the view goes to another and follows it', () => {
    const state = stateAfter(
      loaded(logState({ id: 'a' }), logState({ id: 'b' })),
      { kind: 'follow', follow: false },
      { kind: 'paused' },
      received({ kind: 'removed', log: 'a' }),
    )
    expect(state).toMatchObject({ selected: 'b', follow: true, pause: { kind: 'running' } })
    expect(reduce(state, received({ kind: 'removed', log: 'b' })).selected).toBeNull()
  })

  it('take counters and leave everything else of the log as it was', () => {
    const mark = { kind: 'rotated', line: logState().end, at: 1, bytes: null, lines: null } as const
    const grown = logState({ end: 12, errors: 1, bytes: 1200, indexed: 1200, partial: 'x' })
    const state = stateAfter(loaded(logState({ marks: [mark] })), received(appendedTo(grown)))
    expect(selectedLog(state)).toEqual({ ...grown, marks: [mark] })
  })

  it('ignore counters of a log that is not known, and anything before a snapshot', () => {
    const state = stateAfter(loaded(logState()))
    expect(reduce(state, received(appendedTo(logState({ id: 'other' }))))).toBe(state)
    expect(reduce(INITIAL_PAGE_STATE, received(appendedTo(logState())))).toBe(INITIAL_PAGE_STATE)
  })

  it('are the same object after a message that changes nothing', () => {
    const state = stateAfter(loaded(logState()))
    expect(reduce(state, received({ kind: 'ping', at: 1 }))).toBe(state)
  })

  it('keep the generator beside them', () => {
    const generator = { kind: 'running', log: 'teste', lines: 4 } as const
    expect(
      stateAfter(loaded(logState()), received({ kind: 'generator', generator })).server?.generator,
    ).toEqual(generator)
  })
})

describe('pause', () => {
  const paused = stateAfter(loaded(logState({ end: 10, errors: 2 })), { kind: 'paused' })

  it('notes end and errors, and lets the counters go on', () => {
    const state = reduce(paused, received(appendedTo(logState({ end: 500, errors: 9 }))))
    expect(state.pause).toEqual({ kind: 'paused', log: 'app', end: 10, errors: 2 })
    expect(selectedLog(state)).toMatchObject({ end: 500, errors: 9 })
  })

  it('ends here without following, or at the end with it', () => {
    expect(reduce(paused, { kind: 'resumed', where: 'here' })).toMatchObject({
      pause: { kind: 'running' },
      follow: false,
    })
    expect(reduce(paused, { kind: 'resumed', where: 'end' })).toMatchObject({
      pause: { kind: 'running' },
      follow: true,
    })
  })

  it('is of one log: another one runs, and the first is still paused when it is selected again', () => {
    const away = stateAfter(
      loaded(logState({ id: 'a', end: 10 }), logState({ id: 'b', end: 10 })),
      { kind: 'follow', follow: false },
      { kind: 'paused' },
      { kind: 'selected', log: 'b' },
    )
    expect(away).toMatchObject({ pause: { kind: 'running' }, follow: true })
    const grown = reduce(away, received(appendedTo(logState({ id: 'a', end: 30, errors: 4 }))))
    expect(reduce(grown, { kind: 'selected', log: 'a' })).toMatchObject({
      pause: { kind: 'paused', log: 'a', end: 10, errors: 0 },
      follow: false,
    })
  })

  it('is no pause without a log, and not begun twice', () => {
    expect(reduce(INITIAL_PAGE_STATE, { kind: 'paused' })).toBe(INITIAL_PAGE_STATE)
    expect(reduce(paused, { kind: 'paused' })).toBe(paused)
  })

  it('waits for the index of a server that was started again', () => {
    const restarted = logState({ end: 0, errors: 0, indexed: 0 })
    const indexing = reduce(paused, received({ kind: 'log', log: restarted }))
    expect(indexing.pause).toMatchObject({ end: 10, errors: 0 })
    const shorter = reduce(indexing, received({ kind: 'log', log: logState({ end: 4 }) }))
    expect(shorter.pause).toMatchObject({ end: 4 })
  })
})

describe('selecting', () => {
  it('follows the end of the newly selected log', () => {
    const state = stateAfter(
      loaded(logState({ id: 'a' }), logState({ id: 'b' })),
      { kind: 'follow', follow: false },
      { kind: 'rate', rate: 7 },
      { kind: 'selected', log: 'b' },
    )
    expect(state).toMatchObject({ selected: 'b', follow: true, rate: 0 })
  })

  it('refuses a log that does not exist', () => {
    const state = stateAfter(loaded(logState()))
    expect(reduce(state, { kind: 'selected', log: 'nobody' })).toBe(state)
  })
})

describe('what came since the end was left', () => {
  const left: Action = { kind: 'follow', follow: false }

  it('is counted from the moment of leaving, and forgotten at the end', () => {
    const log = logState({ end: 10, errors: 1 })
    const state = stateAfter(
      loaded(log),
      left,
      received(appendedTo(logState({ end: 30, errors: 2 }))),
    )
    expect(state.leftAt).toEqual({ end: 10, errors: 1 })
    expect(reduce(state, { kind: 'follow', follow: true }).leftAt).toBeNull()
  })

  it('does not count lines that the index finds', () => {
    const half = logState({ end: 10, bytes: 1000, indexed: 500 })
    const whole = logState({ end: 20, bytes: 1000, indexed: 1000 })
    const state = stateAfter(loaded(half), left)
    expect(state.leftAt).toBeNull()
    expect(reduce(state, received(appendedTo(whole))).leftAt?.end).toBe(20)
  })

  it('begins with the pause for whoever goes on from there', () => {
    const state = stateAfter(
      loaded(logState({ end: 10 })),
      { kind: 'paused' },
      received(appendedTo(logState({ end: 30, errors: 2 }))),
      { kind: 'resumed', where: 'here' },
    )
    expect(state.leftAt).toEqual({ end: 10, errors: 0 })
  })

  it('begins anew in a log that became shorter', () => {
    const state = stateAfter(
      loaded(logState({ end: 10 })),
      left,
      received({ kind: 'log', log: logState({ end: 4 }) }),
    )
    expect(state.leftAt).toEqual({ end: 4, errors: 0 })
  })
})
