import { parentPort, workerData } from 'node:worker_threads'
import { warmUp } from '../scan/warm-up.ts'
import { ownBuffers } from './own-buffers.ts'
import { beatInto, type LifeCells } from './sign-of-life.ts'
import { TaskLoop } from './task-loop.ts'
import type { TaskRegistry } from './task-registry.ts'
import { createTaskTools } from './task-tools.ts'
import type { FromThread, ToThread } from './thread-message.ts'

/** How long after its first task a thread makes itself ready for a search, in ms. */
const WARM_UP_MS = 300

/** What a thread is started with. */
export interface ThreadStart {
  readonly life: LifeCells
}

/** The whole of an engine thread: takes messages from its owner and runs the tasks of `registry`. */
export function runThread(registry: TaskRegistry): void {
  const port = parentPort
  if (port === null) throw new Error('An engine thread cannot be run as a program of its own.')
  const { life }: ThreadStart = workerData
  const tell = (message: FromThread): void => {
    const told = message.say === 'piece' ? message.piece : null
    port.postMessage(message, ownBuffers(message.say === 'result' ? message.result : told))
  }
  const tools = createTaskTools()
  const loop = new TaskLoop(registry, tools, tell, beatInto(life))
  let turning = false
  let isWarm = false

  // Between two slices the event loop comes round, so that messages get in.
  function turn(): void {
    loop.turn()
    turning = !loop.idle
    if (turning) setImmediate(turn)
    else if (!isWarm) warmUpSoon()
  }

  /** Not while the first screen is drawn, for which its first task was. */
  function warmUpSoon(): void {
    isWarm = true
    const warm = (): void => {
      if (loop.idle) warmUp(tools.scanner)
      else isWarm = false
    }
    setTimeout(warm, WARM_UP_MS).unref()
  }

  port.on('message', (message: ToThread) => {
    loop.take(message)
    if (turning || loop.idle) return
    turning = true
    setImmediate(turn)
  })
  tell({ say: 'ready' })
}
