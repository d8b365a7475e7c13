import { describe, expect, it } from 'vitest'
import { INITIAL_PAGE_STATE, reduce } from '../../../src/renderer/data/reduce.ts'
import { EMPTY_LIST } from '../../../src/renderer/list/list-model.ts'
import { modelOf } from '../../../src/renderer/list/model-of.ts'
import type { LogState } from '../../../src/shared/protocol.ts'
import { logState, serverState } from '../../support/log-state.ts'

const GIB = 1024 ** 3

function stateWith(log: LogState) {
  return reduce(INITIAL_PAGE_STATE, { kind: 'loaded', server: serverState(log) })
}

describe('the model of the list', () => {
  it('is empty without a log', () => {
    expect(modelOf(INITIAL_PAGE_STATE, EMPTY_LIST)).toBe(EMPTY_LIST)
  })

  it('is the log as it is', () => {
    const log = logState({ first: 3, end: 9, partial: 'half', encoding: 'utf-16le' })
    expect(modelOf(stateWith(log), EMPTY_LIST)).toEqual({
      log: 'app',
      view: null,
      fold: null,
      encodingKey: 'utf-16le',
      instance: 'first',
      first: 3,
      end: 9,
      endBelow: 9,
      expectedEnd: 9,
      follow: true,
      searching: false,
      paused: false,
      frozen: false,
      indexing: false,
      marks: log.marks,
      partial: 'half',
    })
  })

  it('expects as many lines in the rest of a log as in what is indexed of it', () => {
    const log = logState({ first: 0, end: 1000, bytes: 4 * GIB, indexed: GIB })
    expect(modelOf(stateWith(log), EMPTY_LIST)).toMatchObject({ end: 1000, expectedEnd: 4000 })
    const unknown = logState({ first: 0, end: 0, bytes: 4 * GIB, indexed: 0 })
    expect(modelOf(stateWith(unknown), EMPTY_LIST).expectedEnd).toBe(0)
  })

  it('keeps end, marks and unfinished line of the pause', () => {
    const running = stateWith(logState({ end: 10, partial: 'half' }))
    const before = modelOf(running, EMPTY_LIST)
    const paused = reduce(running, { kind: 'paused' })
    const mark = { kind: 'rotated', line: logState().end, at: 1, bytes: null, lines: null } as const
    const grown = logState({ end: 500, partial: null, marks: [mark] })
    const later = reduce(paused, { kind: 'received', messages: [{ kind: 'log', log: grown }] })
    expect(modelOf(later, before)).toEqual({ ...before, paused: true, frozen: true })
    const resumed = reduce(later, { kind: 'resumed', where: 'here' })
    expect(modelOf(resumed, before)).toMatchObject({ end: 500, marks: [mark], follow: false })
  })

  it('has no numbers at the end while the index is far behind, but for a growing log it has', () => {
    expect(modelOf(stateWith(logState({ bytes: GIB, indexed: 0 })), EMPTY_LIST).indexing).toBe(true)
    const growing = logState({ bytes: GIB, indexed: GIB - 100_000 })
    expect(modelOf(stateWith(growing), EMPTY_LIST).indexing).toBe(false)
  })

  it('has none until the index is whole once it had none', () => {
    const far = modelOf(stateWith(logState({ bytes: GIB, indexed: 0 })), EMPTY_LIST)
    const near = stateWith(logState({ bytes: GIB, indexed: GIB - 1 }))
    expect(modelOf(near, far).indexing).toBe(true)
    expect(modelOf(near, { ...far, log: 'another' }).indexing).toBe(false)
    expect(modelOf(stateWith(logState({ bytes: GIB, indexed: GIB })), far).indexing).toBe(false)
  })
})
