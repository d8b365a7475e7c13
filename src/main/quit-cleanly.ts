import { app } from 'electron'

/**
 * Holds every quit (menu, last window, SIGTERM, end of the session) until `close` is over, then ends
 * the process: the server's port is free and nothing is left behind. `close` must be bounded.
 */
export function quitCleanly(close: () => Promise<void>): void {
  let state: 'running' | 'closing' = 'running'
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    void close().finally(() => app.exit(0))
  })
}
