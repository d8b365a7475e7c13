import { availableParallelism } from 'node:os'
import type { OwnLog } from '../../own-log.ts'
import type { Engine } from '../engine.ts'
import { keepScannerModule } from '../scan/wasm-scanner.ts'
import { DEADLINES } from './deadlines.ts'
import { inlineStarter } from './start-inline.ts'
import { workerStarter } from './start-worker.ts'
import { TASKS } from './task-registry.ts'
import { threadCode } from './thread-code.ts'
import { ThreadedEngine } from './threaded-engine.ts'

/**
 * Scanners at most. A scan is soon bound by the memory and not by the processor (two threads took 0.5
 * to 0.8 of the time of one), and others on the machine want to work too.
 */
const MAX_SCANNERS = 2

/** The engine of a server: over threads, and in the main thread where none can be started. */
export function createEngine(ownLog: OwnLog): Engine {
  keepScannerModule()
  return new ThreadedEngine({
    ownLog,
    start: workerStarter(threadCode),
    fallback: inlineStarter(TASKS),
    scanners: Math.min(MAX_SCANNERS, availableParallelism()),
    deadlines: DEADLINES,
  })
}
