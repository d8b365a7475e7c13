import { assertNever } from '../../../shared/assert-never.ts'
import type { Column, ColumnRow } from '../../list/painter.ts'
import type { ElapsedMode } from './elapsed.ts'
import { ELAPSED_COLUMNS, elapsedText } from './elapsed-text.ts'

/** Its place among the columns. */
export const ELAPSED_ID = 'elapsed'

/** Lines without a time that are looked over for the one that they belong to; few stack traces have more. */
const MAX_UNTIMED_LINES = 100

export interface ElapsedColumnParts {
  readonly mode: Exclude<ElapsedMode, { kind: 'off' }>
  readonly label: string
  /** What the language writes before fractions. */
  readonly point: string
  /** The time of a line, in ms since 1970; null when it has none. */
  timeOf(text: string): number | null
  /** A line of the log by its number; null while it is not here. */
  lineAt(line: number): string | null
}

/** The column that tells how much later each line is: than the entry above it, or than a chosen line. */
export function createElapsedColumn(parts: ElapsedColumnParts): Column {
  const { label, point, timeOf } = parts
  return {
    id: ELAPSED_ID,
    label,
    columns: ELAPSED_COLUMNS,
    textOf(row, before) {
      const time = timeOf(row.text)
      const since = time === null ? null : sinceOf(parts, before)
      return time === null || since === null ? '' : elapsedText(time - since, point)
    },
  }
}

function sinceOf(parts: ElapsedColumnParts, before: ColumnRow | null): number | null {
  const { mode } = parts
  switch (mode.kind) {
    case 'previous':
      return before === null ? null : timeAt(parts, before)
    case 'since':
      return mode.ms
    default:
      return assertNever(mode, 'mode of elapsed time')
  }
}

/** The time of a line, or of the line that it belongs to, as those of a stack trace do. */
function timeAt({ timeOf, lineAt }: ElapsedColumnParts, { line, text }: ColumnRow): number | null {
  const own = timeOf(text)
  if (own !== null || line === null) return own
  for (let above = line - 1; above >= Math.max(0, line - MAX_UNTIMED_LINES); above -= 1) {
    const aboveText = lineAt(above)
    if (aboveText === null) return null
    const time = timeOf(aboveText)
    if (time !== null) return time
  }
  return null
}
