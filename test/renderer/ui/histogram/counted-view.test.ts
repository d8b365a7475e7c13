import { describe, expect, it } from 'vitest'
import type { LogFilter } from '../../../../src/renderer/ui/filters/log-filter.ts'
import { NO_FILTER } from '../../../../src/renderer/ui/filters/log-filter.ts'
import { countedView } from '../../../../src/renderer/ui/histogram/counted-view.ts'
import { rowNumber } from '../../../../src/shared/row-number.ts'
import { type ViewState, viewId } from '../../../../src/shared/views.ts'
import { logState } from '../log-state.ts'
import { pageState } from '../page-state.ts'

const log = logState({})
const id = viewId.parse('v1')
const view: ViewState = {
  id,
  log: log.id,
  query: { all: [], any: [], none: [], entries: false },
  lines: null,
  time: null,
  first: rowNumber(0),
  end: rowNumber(5),
  scanned: 0,
  total: 0,
  phase: { kind: 'current' },
}
const state = pageState(log, { views: new Map([[id, view]]), shown: new Map([[log.id, id]]) })
const term = { kind: 'text', pattern: 'x', matchCase: false, wholeWord: false } as const
const chip = (mode: 'include' | 'exclude' | 'highlight', on = true): LogFilter => ({
  ...NO_FILTER,
  chips: [{ id: 'c', mode, on, term }],
})

describe('what the histogram counts', () => {
  it('is the view that selects lines by what they say', () => {
    expect(countedView(state, chip('include'))).toBe(id)
    expect(countedView(state, chip('exclude'))).toBe(id)
    expect(countedView(state, { ...NO_FILTER, levels: ['error'] })).toBe(id)
  })

  it('is the whole log where only times are restricted, with what lies around them', () => {
    expect(countedView(state, { ...NO_FILTER, time: { from: 0, to: 1 } })).toBeNull()
    expect(countedView(state, chip('highlight'))).toBeNull()
    expect(countedView(state, chip('include', false))).toBeNull()
  })
})
