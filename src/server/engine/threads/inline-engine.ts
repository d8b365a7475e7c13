import { silentLog } from '../../own-log.ts'
import type { Engine } from '../engine.ts'
import { DEADLINES } from './deadlines.ts'
import { inlineStarter } from './start-inline.ts'
import { TASKS, type TaskRegistry } from './task-registry.ts'
import { ThreadedEngine } from './threaded-engine.ts'

/**
 * The engine without threads: every task in slices in the calling thread. A pattern that backtracks
 * for ever cannot be ended there.
 */
export function createInlineEngine(registry: TaskRegistry = TASKS): Engine {
  const start = inlineStarter(registry)
  const options = { start, fallback: start, scanners: 1, deadlines: DEADLINES, ownLog: silentLog }
  return new ThreadedEngine(options)
}
