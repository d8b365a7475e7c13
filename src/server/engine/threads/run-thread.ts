import { parentPort, workerData } from 'node:worker_threads'
import { ownBuffers } from './own-buffers.ts'
import { beatInto, type LifeCells } from './sign-of-life.ts'
import { TaskLoop } from './task-loop.ts'
import type { TaskRegistry } from './task-registry.ts'
import { createTaskTools } from './task-tools.ts'
import type { FromThread, ToThread } from './thread-message.ts'

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
  const loop = new TaskLoop(registry, createTaskTools(), tell, beatInto(life))
  let turning = false

  // Between two slices the event loop comes round, so that messages get in.
  function turn(): void {
    loop.turn()
    turning = !loop.idle
    if (turning) setImmediate(turn)
  }
  port.on('message', (message: ToThread) => {
    loop.take(message)
    if (turning || loop.idle) return
    turning = true
    setImmediate(turn)
  })
  tell({ say: 'ready' })
}
