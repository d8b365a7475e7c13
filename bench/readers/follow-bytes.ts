import { createEngine } from '../../src/server/engine/threads/create-engine.ts'
import { Follower, type FollowerEvent } from '../../src/server/follow/follower.ts'
import { silentLog } from '../../src/server/own-log.ts'

/** Rastro's follower on a path, with its engine, as the server has it. Lives as long as the process. */
export function followBytes(path: string, onEvent: (event: FollowerEvent) => void): void {
  const engine = createEngine(silentLog)
  // Nobody closes it: the process ends with its parent.
  new Follower({ path, engine, ownLog: silentLog, encoding: null, onEvent })
}
