import type { ChipMode } from '../../../shared/filter-set.ts'
import type { Level } from '../../../shared/level.ts'
import type { Term } from '../../../shared/query.ts'
import type { LineRange, TimeRange } from '../../../shared/views.ts'

/** One filter of the stack. */
export interface Chip {
  /** Names it on this page, for as long as it is open. */
  readonly id: string
  readonly mode: ChipMode
  readonly term: Term
  /** One that is off changes nothing and keeps its place. */
  readonly on: boolean
}

/** What is shown of one log. */
export interface LogFilter {
  readonly chips: readonly Chip[]
  /** Whether a line needs all the terms to include, or one of them. */
  readonly every: boolean
  /** The levels whose lines are shown; null for all. */
  readonly levels: readonly Level[] | null
  /** The times that are shown; null for all. */
  readonly time: TimeRange | null
  /** The lines that are shown, by their numbers; null for all. */
  readonly lines: LineRange | null
  /** Whether whole entries are shown and hidden, as a stack trace with its first line; else lines. */
  readonly entries: boolean
  /** Lines shown before and after each one that matches; where entries are shown, those of before. */
  readonly context: number
  /** Everything is shown for a moment, and the filter is kept. */
  readonly lifted: boolean
}

/** Shows everything. */
export const NO_FILTER: LogFilter = {
  chips: [],
  every: false,
  levels: null,
  time: null,
  lines: null,
  entries: true,
  context: 0,
  lifted: false,
}
