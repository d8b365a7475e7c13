import { onTestFinished } from 'vitest'
import type { Engine } from '../../src/server/engine/engine.ts'
import { createInlineEngine } from '../../src/server/engine/threads/inline-engine.ts'

/** An engine that works in the test's own thread, closed when the test ends. */
export function inlineEngine(): Engine {
  const engine = createInlineEngine()
  onTestFinished(() => engine.close())
  return engine
}
