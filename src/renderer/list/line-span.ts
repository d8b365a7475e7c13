import type { LineNumber } from '../../shared/line-number.ts'

/** Lines of a log, `[from, to)`, from the first row of something to its last one. */
export interface LineSpan {
  readonly from: LineNumber
  readonly to: LineNumber
}
