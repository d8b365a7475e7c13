import type { Encoding } from '../../shared/encoding.ts'
import type { ExportRequest } from '../../shared/export.ts'
import type { Histogram, LineAt } from '../../shared/histogram.ts'
import type { LineNumber } from '../../shared/line-number.ts'
import type { ApiErrorCode, LogId } from '../../shared/protocol.ts'
import type { InvalidQuery } from '../../shared/query.ts'
import type { ViewId, ViewPlace, ViewState } from '../../shared/views.ts'
import type { Answer } from './api.ts'
import type { HistogramRange } from './histogram-range.ts'
import type { Fold, PageState } from './page-state.ts'
import type { ClosableRows, RowSource } from './row-source.ts'
import type { ViewWish } from './view-wish.ts'
import type { WholeLineReader } from './whole-line-reader.ts'

/** What became of a wish to connect to a stream. */
export type ConnectAnswer =
  | { readonly kind: 'opened'; readonly log: LogId }
  | {
      readonly kind: 'refused'
      readonly error: ApiErrorCode | 'network'
      readonly detail: string
    }

/** What became of a request that answers nothing else. */
export type CommandAnswer =
  | { readonly kind: 'ok' }
  | { readonly kind: 'refused'; readonly error: ApiErrorCode | 'network' }

/** What became of a search or a filter. */
export type ViewAnswer =
  | { readonly kind: 'opened'; readonly view: ViewState }
  | {
      readonly kind: 'refused'
      readonly error: ApiErrorCode | 'network'
      /** What is wrong with the pattern, when that is the reason. */
      readonly query: InvalidQuery | null
    }

/** The page's one conversation with its server: a state that is replaced as a whole, and commands. */
export interface Session {
  /** The same object until something changes. */
  getState(): PageState
  /** Told at once of what the user did, and of counters at most thirty times a second. */
  subscribe(listener: () => void): () => void
  /** Told of every change at once: for the list, which draws once per frame by itself. */
  watch(listener: () => void): () => void
  /** Reads which logs there are, without opening the stream; tries again until it is answered. */
  load(): Promise<void>
  /** Ler Logs: opens the event stream, following the selected log. */
  start(): void
  /** Parar: closes it. */
  stop(): void
  /**
   * Shows this log as it was read before, or by its end or away from it, as `follow` says. While live the
   * stream is opened anew for it.
   */
  select(log: LogId, follow?: boolean): void
  pause(): void
  resume(where: 'here' | 'end'): void
  setFollow(follow: boolean): void
  /** Lets the server connect to a stream. The log is in the state when this is answered. */
  connectUrl(url: string): Promise<ConnectAnswer>
  closeLog(log: LogId): Promise<CommandAnswer>
  setGenerator(on: boolean): Promise<CommandAnswer>
  setEncoding(log: LogId, encoding: Encoding): Promise<CommandAnswer>
  /** The lines of the selected log. */
  readonly lines: RowSource
  /** The lines of any open log. Whoever asked closes it. */
  logRows(log: LogId): ClosableRows
  /** The rows of a view; none once the view is gone. Whoever asked closes it. */
  viewRows(log: LogId, view: ViewId): ClosableRows
  /** Starts a search or a filter. The view is in the state when this is answered. */
  openView(log: LogId, wish: ViewWish): Promise<ViewAnswer>
  /** Ends it: it is gone from the state at once. */
  closeView(log: LogId, view: ViewId): void
  /** Ends its search: what was found stays. */
  stopView(log: LogId, view: ViewId): void
  /** Lets the list show the rows of a view; all lines of the log again with null. */
  showView(log: LogId, view: ViewId | null): void
  /** Folds entries so; shows every line with null. */
  fold(log: LogId, fold: Fold | null): void
  /** The first row of a view at the line or after it. */
  viewPlace(
    log: LogId,
    view: ViewId,
    line: number,
    signal?: AbortSignal,
  ): Promise<Answer<ViewPlace>>
  histogram(log: LogId, range: HistogramRange, signal?: AbortSignal): Promise<Answer<Histogram>>
  /** The first line whose time, in ms since 1970, is `time` or later. */
  lineAt(log: LogId, time: number, signal?: AbortSignal): Promise<Answer<LineAt>>
  /** All of one line of a log, in pieces. Whoever asked closes it. */
  wholeLine(log: LogId, line: LineNumber): WholeLineReader
  /** Address from which the log's file can be saved. */
  rawUrl(log: LogId): string
  /** Address from which lines can be saved: of the log, or of a view. */
  exportUrl(log: LogId, request: ExportRequest): string
  close(): void
}
