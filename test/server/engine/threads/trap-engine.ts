import { onTestFinished } from 'vitest'
import { DEADLINES, type Deadlines } from '../../../../src/server/engine/threads/deadlines.ts'
import { inlineStarter } from '../../../../src/server/engine/threads/start-inline.ts'
import type { StartThread } from '../../../../src/server/engine/threads/start-thread.ts'
import { workerStarter } from '../../../../src/server/engine/threads/start-worker.ts'
import { TASKS } from '../../../../src/server/engine/threads/task-registry.ts'
import { ThreadedEngine } from '../../../../src/server/engine/threads/threaded-engine.ts'
import { slowSearch } from './slow-search.ts'

export const trapThread: StartThread = workerStarter({
  kind: 'file',
  url: new URL('./trap-thread.ts', import.meta.url),
})

export interface TrapEngine {
  readonly engine: ThreadedEngine
  /** What it said in the own log. */
  readonly said: string[]
}

/** An engine over the threads of trap-thread.ts, closed when the test ends. */
export function trapEngine(
  options: { readonly start?: StartThread; readonly deadlines?: Partial<Deadlines> } = {},
): TrapEngine {
  const said: string[] = []
  const say = (message: string, facts?: Readonly<Record<string, unknown>>): void => {
    said.push(facts === undefined ? message : `${message} ${JSON.stringify(facts)}`)
  }
  const engine = new ThreadedEngine({
    ownLog: { info: say, warn: say, error: say },
    start: options.start ?? trapThread,
    fallback: inlineStarter({ ...TASKS, search: slowSearch }),
    scanners: 2,
    deadlines: { ...DEADLINES, ...options.deadlines },
  })
  onTestFinished(() => engine.close())
  return { engine, said }
}
