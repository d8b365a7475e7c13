import type { LineText } from '../../shared/protocol.ts'

/** One row of a list: a line of a log, or a match out of a view of it. */
export interface Row extends LineText {
  /** Its number in the log, from 0; null while the lines before it are not counted. */
  readonly line: number | null
  /** Out of a view of the heads of entries: how many lines its entry has, at most 10 000. */
  readonly entryLines?: number | undefined
  /** Where entries fold: what belongs to the entry that this row begins. */
  readonly entry?: RowEntry
}

/** The lines of an entry behind its first one. */
export interface RowEntry {
  readonly more: number
  /** Whether they are shown. */
  readonly open: boolean
}

/** The rows of a list by their place, from `first` to `end`: what is here now, and a wish for more. */
export interface RowSource {
  peek(row: number): Row | undefined
  /** The rows the list needs now; replaces the wish before, whose requests are cancelled. */
  want(from: number, to: number): void
  /** The last rows, before their places are known; empty where that never happens. */
  peekTail(): readonly Row[]
  wantTail(rows: number): void
  /** All of `[from, to)`, past the cache; null when it could not be read. */
  read(from: number, to: number, signal?: AbortSignal): Promise<readonly Row[] | null>
  /**
   * The row of a line of the log, or of the first one after it that has a row; null when it could
   * not be told.
   */
  rowOf(line: number, signal?: AbortSignal): Promise<number | null>
  /** Called when rows arrived. Returns the unsubscribe. */
  onLoaded(listener: () => void): () => void
}

/** Rows that somebody opened for himself. */
export interface ClosableRows extends RowSource {
  close(): void
}
