import { rowNumber } from '../../src/shared/row-number.ts'
import type { ViewState } from '../../src/shared/views.ts'
import { text, wanted } from './wanted.ts'

/** The state of a view that has five rows and looked at everything, changed by `facts`. */
export function viewState(id: string, facts: Partial<ViewState> = {}): ViewState {
  return {
    ...wanted([text('x')]),
    id,
    log: 'app',
    first: rowNumber(0),
    end: rowNumber(5),
    scanned: 10,
    total: 10,
    phase: { kind: 'current' },
    ...facts,
  }
}
