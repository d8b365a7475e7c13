import process from 'node:process'
import type { OwnLog } from '../server/own-log.ts'
import type { Revival } from './embedded-server.ts'

/** What to do about a fault that nobody caught. */
export interface FaultOptions {
  readonly ownLog: OwnLog
  /** Looks after the server; an exception may have taken it along. */
  revive(): Promise<Revival>
  /** Says it to the user; one at a time. */
  tell(outcome: Revival): Promise<void>
}

/**
 * The one handler of what nobody caught in the main process: it is logged, the server is looked
 * after, the user is told, and the window stays. While one fault is being told, further ones are
 * only logged, so that a fault in a loop cannot bury the screen in dialogs. Returns the way to stop.
 */
export function surviveFaults(options: FaultOptions): () => void {
  let telling = false
  const onFault = (error: unknown) => {
    options.ownLog.error('Nobody caught this.', { error })
    if (telling) return
    telling = true
    options
      .revive()
      .then((outcome) => options.tell(outcome))
      .catch((failure: unknown) => {
        options.ownLog.error('The fault could not be told.', { error: failure })
      })
      .finally(() => {
        telling = false
      })
  }
  process.on('uncaughtException', onFault)
  process.on('unhandledRejection', onFault)
  return () => {
    process.off('uncaughtException', onFault)
    process.off('unhandledRejection', onFault)
  }
}
