import { pino } from 'pino'
import type { OwnLog } from './own-log.ts'

/** What waits to be written when nobody reads stderr, in bytes; beyond it lines of the own log are dropped. */
const MAX_WAITING_BYTES = 1024 * 1024

/** The own log of the headless server, with a way to write out what still waits before the process ends. */
export interface PinoLog extends OwnLog {
  flush(): void
}

/**
 * Writes JSON lines to stderr. Not synchronously: a terminal that was stopped, or a parent that does
 * not read, must not hold the server up.
 */
export function createPinoLog(): PinoLog {
  const stderr = pino.destination({ fd: 2, sync: false, maxLength: MAX_WAITING_BYTES })
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, stderr)
  return {
    info: (message, facts) => log.info(facts ?? {}, message),
    warn: (message, facts) => log.warn(facts ?? {}, message),
    error: (message, facts) => log.error(facts ?? {}, message),
    flush: () => stderr.flushSync(),
  }
}
