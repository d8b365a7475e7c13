import type { Log } from '../log/log.ts'

/** Something happened to one of the logs. */
export interface LogsChange {
  readonly kind: 'added' | 'removed' | 'appended' | 'state'
  readonly log: Log
}

/** What HTTP needs of the registry of logs. */
export interface Logs {
  get(id: string): Log | undefined
  list(): readonly Log[]
  /** Closes a log and forgets it; false when there is none of that id. */
  remove(id: string): Promise<boolean>
  onChange(listener: (change: LogsChange) => void): () => void
}

/** Opens a remote stream, or finds it opened. */
export type OpenRemote = (url: URL, authorization: string | null) => Log
