import type { LogId, ServerMessage, ServerState } from '../../shared/protocol.ts'
import type { ViewId, ViewState } from '../../shared/views.ts'
import type { Connection, Fold } from './page-state.ts'

/** Everything that can change the page's state: facts from the server and what the user did. */
export type Action =
  /** `GET /api/logs` answered. */
  | { readonly kind: 'loaded'; readonly server: ServerState }
  /** Messages of the event stream, oldest first. */
  | { readonly kind: 'received'; readonly messages: readonly ServerMessage[] }
  | { readonly kind: 'connection'; readonly connection: Connection }
  | { readonly kind: 'selected'; readonly log: LogId }
  | { readonly kind: 'paused' }
  | { readonly kind: 'resumed'; readonly where: 'here' | 'end' }
  | { readonly kind: 'follow'; readonly follow: boolean }
  | { readonly kind: 'rate'; readonly rate: number }
  /** A request for a view was answered: what the stream told meanwhile is newer. */
  | { readonly kind: 'view-opened'; readonly view: ViewState }
  /** The list shows the rows of a view, or all lines of the log again. */
  | { readonly kind: 'shown'; readonly log: LogId; readonly view: ViewId | null }
  /** The entries of a log are folded so; every line is shown with null. */
  | { readonly kind: 'folded'; readonly log: LogId; readonly fold: Fold | null }
