import type { ApiErrorCode, LogId, LogState, ServerState } from '../../shared/protocol.ts'
import type { ViewId, ViewState } from '../../shared/views.ts'
import type { Splice } from './splices.ts'

/** The page's own connection to its server. */
export type Connection =
  /** Ler Logs was not pressed yet, or Parar was. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** `retryAt` in milliseconds since 1970. */
  | { readonly kind: 'reconnecting'; readonly attempt: number; readonly retryAt: number }
  | { readonly kind: 'refused'; readonly error: ApiErrorCode }

/** Pause of the selected log: what is on the screen stays, and what comes is counted. */
export type Pause =
  | { readonly kind: 'running' }
  | {
      readonly kind: 'paused'
      readonly log: LogId
      /** The log's end and errors when it was paused: the counts since are differences to them. */
      readonly end: number
      readonly errors: number
    }

/** Where the selected log ended when its end was left: what came since is below what is read. */
export interface LeftAt {
  readonly end: number
  readonly errors: number
}

/** How a log is read: by its end, or away from it, or paused. */
export interface Reading {
  readonly follow: boolean
  readonly leftAt: LeftAt | null
  readonly pause: Pause
}

/** How the entries of a log are folded. */
export interface Fold {
  /** `heads`: each entry is its first line, but for those that were unfolded; `lines`: the other way round. */
  readonly kind: 'heads' | 'lines'
  /** The first lines of all entries that are shown. */
  readonly heads: ViewId
  /** The entries that differ, sorted; over the rows of `heads`, or over all lines. */
  readonly splices: readonly Splice[]
}

/** Everything the page knows, replaced as a whole by `reduce`. */
export interface PageState {
  readonly connection: Connection
  /** Null until the first answer. */
  readonly server: ServerState | null
  readonly selected: LogId | null
  readonly pause: Pause
  /** Whether the view is anchored to the end of the selected log. */
  readonly follow: boolean
  /** Null while following, and until the index is whole: lines that it finds did not come just now. */
  readonly leftAt: LeftAt | null
  /** How the logs were read that are not selected now. */
  readonly readings: ReadonlyMap<LogId, Reading>
  /** Lines per second of the selected log, over the last seconds. */
  readonly rate: number
  /** The searches and filters of all logs, as the server told them last. */
  readonly views: ReadonlyMap<ViewId, ViewState>
  /** The view whose rows the list shows in place of all lines of the log; always one of `views`. */
  readonly shown: ReadonlyMap<LogId, ViewId>
  /** How the entries of logs are folded; logs that are not named show every line. */
  readonly folds: ReadonlyMap<LogId, Fold>
}

export function selectedLog(state: PageState): LogState | null {
  return state.server?.logs.find((log) => log.id === state.selected) ?? null
}

/** The view of a log that the list shows; null when it shows all lines. */
export function shownView(state: PageState, log: LogId | null): ViewState | null {
  const view = log === null ? undefined : state.shown.get(log)
  return view === undefined ? null : (state.views.get(view) ?? null)
}
