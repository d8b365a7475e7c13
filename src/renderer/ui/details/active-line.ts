import type { LineNumber } from '../../../shared/line-number.ts'
import type { LogId } from '../../../shared/protocol.ts'

/** The line that the keyboard is on. */
export interface ActiveLine {
  readonly log: LogId
  readonly line: LineNumber
}
