import { assertNever } from '../../../shared/assert-never.ts'
import type { Column } from '../../list/painter.ts'
import type { ElapsedMode } from './elapsed.ts'
import { ELAPSED_COLUMNS, elapsedText } from './elapsed-text.ts'

/** Its place among the columns. */
export const ELAPSED_ID = 'elapsed'

export interface ElapsedColumnParts {
  readonly mode: Exclude<ElapsedMode, { kind: 'off' }>
  readonly label: string
  /** What the language writes before fractions. */
  readonly point: string
  /** The time of a line, in ms since 1970; null when it has none. */
  timeOf(text: string): number | null
}

/** The column that tells how much later each line is: than the one above it, or than a chosen one. */
export function createElapsedColumn({ mode, label, point, timeOf }: ElapsedColumnParts): Column {
  return {
    id: ELAPSED_ID,
    label,
    columns: ELAPSED_COLUMNS,
    textOf(row, before) {
      const time = timeOf(row.text)
      const since = time === null ? null : sinceOf(mode, before?.text ?? null, timeOf)
      return time === null || since === null ? '' : elapsedText(time - since, point)
    },
  }
}

function sinceOf(
  mode: ElapsedColumnParts['mode'],
  before: string | null,
  timeOf: ElapsedColumnParts['timeOf'],
): number | null {
  switch (mode.kind) {
    case 'previous':
      return before === null ? null : timeOf(before)
    case 'since':
      return mode.ms
    default:
      return assertNever(mode, 'mode of elapsed time')
  }
}
