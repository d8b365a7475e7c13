import type { Connection } from '../../data/page-state.ts'

/** Whether Ler Logs is on: the stream is open, or the page is trying to open it by itself. */
export function isStreamOpen(connection: Connection): boolean {
  return connection.kind !== 'idle' && connection.kind !== 'refused'
}
