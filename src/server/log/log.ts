import type { Readable } from 'node:stream'
import type { Encoding } from '../../shared/encoding.ts'
import type { LineNumber } from '../../shared/line-number.ts'
import type { LinesTail, LinesWindow, LogId, LogState } from '../../shared/protocol.ts'

import type { ExportRange } from './export-log.ts'
import type { ExportPiece } from './export-piece.ts'
import type { LinePartRead } from './line-part.ts'
import type { LogViews } from './log-views.ts'
import type { LogSurvey } from './survey.ts'

/** What happened to a log: its counters grew, or something else of its state changed. */
export type LogChange = 'appended' | 'state'

/** One opened source as HTTP sees it: an id, a state, a growing run of lines. */
export interface Log {
  readonly id: LogId
  /** Its searches and filters. */
  readonly views: LogViews
  /** The times and levels of its lines. */
  readonly survey: LogSurvey
  state(): LogState
  /** The lines of `[from, to)` that can be read now, cut to the bounds of a window. */
  lines(from: LineNumber, to: LineNumber): Promise<LinesWindow>
  /** At most `bytes` of one line, however long, from byte `from` of it. */
  linePart(line: LineNumber, from: number, bytes: number): Promise<LinePartRead>
  /** The last `count` finished lines; works before the index is built. */
  tail(count: number): Promise<LinesTail>
  /** The bytes of the current generation as they are in the file, up to its present end. */
  raw(): Readable
  /**
   * Lines or rows to be saved, whole, as they are now; the next piece is read when it is asked for.
   * Rejects with ExportFailed when the file changes under it, and as `signal` says.
   */
  export(range: ExportRange, signal: AbortSignal): AsyncGenerator<ExportPiece, void>
  setEncoding(encoding: Encoding): void
  /** Called after every change, many appends may come as one. Returns the unsubscribe. */
  onChange(listener: (change: LogChange) => void): () => void
}
