import type { StartThread } from './start-thread.ts'
import { TaskLoop } from './task-loop.ts'
import type { TaskRegistry } from './task-registry.ts'
import { createTaskTools } from './task-tools.ts'
import type { ToThread } from './thread-message.ts'

/**
 * Starts what stands for a thread where none can be had: the same loop in the calling thread, one
 * slice per turn of its event loop. It cannot be ended within a slice.
 */
export function inlineStarter(registry: TaskRegistry): StartThread {
  return (_name, listeners) => {
    const inbox: ToThread[] = []
    let turning = false
    let ended = false
    const loop = new TaskLoop(
      registry,
      createTaskTools(),
      (message) => {
        if (!ended) listeners.onMessage(message)
      },
      { entered: () => undefined, left: () => undefined },
    )

    function turn(): void {
      turning = false
      if (ended) return
      for (const message of inbox.splice(0)) loop.take(message)
      if (!loop.idle) {
        loop.turn()
        schedule()
      }
    }
    function schedule(): void {
      if (turning) return
      turning = true
      setImmediate(turn)
    }

    return {
      post(message) {
        inbox.push(message)
        schedule()
      },
      life: () => ({ beats: 0, task: 0 }),
      // The immediates keep the process alive while there is something to do.
      keepAlive: () => undefined,
      async end() {
        if (ended) return
        ended = true
        listeners.onEnd(new Error('It was ended.'))
      },
    }
  }
}
