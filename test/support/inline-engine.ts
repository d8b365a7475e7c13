import type { Engine } from '../../src/server/engine/engine.ts'
import { noEngine } from '../../src/server/engine/no-engine.ts'

/** An engine that works in the test's own thread. */
export function inlineEngine(): Engine {
  return noEngine
}
