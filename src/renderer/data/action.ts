import type { LogId, ServerMessage, ServerState } from '../../shared/protocol.ts'
import type { Connection } from './page-state.ts'

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
