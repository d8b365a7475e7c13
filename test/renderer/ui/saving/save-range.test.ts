import { describe, expect, it } from 'vitest'
import { saveName } from '../../../../src/renderer/ui/saving/save-name.ts'
import { saveRange } from '../../../../src/renderer/ui/saving/save-range.ts'
import { rowNumber } from '../../../../src/shared/row-number.ts'
import type { ViewState } from '../../../../src/shared/views.ts'
import { logState } from '../log-state.ts'

const nothing = { log: logState(), view: null, selection: null, isFolded: false }

function viewOf(phase: ViewState['phase']): ViewState {
  const query = { all: [], any: [], none: [], entries: false }
  const rows = { first: rowNumber(2), end: rowNumber(9), scanned: 5, total: 9 }
  return { id: 'v', log: 'app-log', query, lines: null, time: null, ...rows, phase }
}

describe('saveRange', () => {
  it('is the whole log, whose lines are counted once it is indexed', () => {
    expect(saveRange('log', nothing)).toEqual({
      log: 'app-log',
      view: null,
      from: null,
      to: null,
      lines: 10,
    })
    expect(
      saveRange('log', { ...nothing, log: logState({ bytes: 1e9, indexed: 5 }) })?.lines,
    ).toBeNull()
  })

  it('is all that a filter will show, or what it found before it ended', () => {
    const range = (phase: ViewState['phase']) =>
      saveRange('view', { ...nothing, view: viewOf(phase) })
    expect(range({ kind: 'current' })).toMatchObject({ view: 'v', to: null, lines: 7 })
    expect(range({ kind: 'scanning' })).toMatchObject({ view: 'v', to: null, lines: null })
    expect(range({ kind: 'failed', reason: 'runaway' })).toMatchObject({ to: 9, lines: 7 })
    expect(saveRange('view', nothing)).toBeNull()
  })

  it('is what is selected, of which a folded row may be many lines', () => {
    const selection = { view: 'h', from: 3, to: 8 }
    expect(saveRange('selection', nothing)).toBeNull()
    expect(saveRange('selection', { ...nothing, selection })).toEqual({
      log: 'app-log',
      ...selection,
      lines: 5,
    })
    expect(saveRange('selection', { ...nothing, selection, isFolded: true })?.lines).toBeNull()
  })
})

describe('saveName', () => {
  it.each([
    ['app.log', '', 'text', 'app.log'],
    ['app.log', 'filtrado', 'jsonl', 'app-filtrado.jsonl'],
    ['logs.example:8000/stream', '', 'csv', 'logs.example_8000_stream.csv'],
    ['.hidden', '', 'text', '.hidden.log'],
    ['a\u202eb.log', '', 'text', 'a_b.log'],
    ['..', '', 'text', '...log'],
  ] as const)('calls %j with %j as %s %j', (log, word, format, name) => {
    expect(saveName(log, word, format)).toBe(name)
  })
})
