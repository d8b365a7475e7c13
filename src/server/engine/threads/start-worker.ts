import { Worker } from 'node:worker_threads'
import type { ThreadStart } from './run-thread.ts'
import { createLifeCells, readLife } from './sign-of-life.ts'
import type { StartThread } from './start-thread.ts'
import type { ThreadCode } from './thread-code.ts'
import type { FromThread } from './thread-message.ts'

/**
 * What the heap of a thread may take. Logs stay outside of it, in buffers; it holds the lines of one
 * window (up to 4 MiB of text) and short-lived strings. Node's own bounds are sized for whole programs:
 * a young generation of 16 MiB and more would be garbage before it is collected (with 4 instead of 2
 * two threads that search took 4 MiB more).
 */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 2 } as const

/** Starts worker threads that run `code`. */
export function workerStarter(code: ThreadCode): StartThread {
  return (name, listeners) => {
    const start: ThreadStart = { life: createLifeCells() }
    const worker = new Worker(code.kind === 'file' ? code.url : code.text, {
      eval: code.kind === 'text',
      name,
      workerData: start,
      // Nothing of how the program was started is for its threads: no arguments, no secrets.
      argv: [],
      execArgv: [],
      env: {},
      resourceLimits: LIMITS,
    })
    let error: Error | null = null
    let running = true
    worker.on('message', (message: FromThread) => listeners.onMessage(message))
    worker.on('error', (thrown) => {
      error = thrown instanceof Error ? thrown : new Error(String(thrown))
    })
    const ended = new Promise<void>((resolve) => {
      worker.on('exit', (code) => {
        running = false
        resolve()
        listeners.onEnd(error ?? new Error(`It ended with exit code ${code}.`))
      })
    })
    worker.unref()
    return {
      post: (message) => worker.postMessage(message),
      life: () => readLife(start.life),
      keepAlive: (on) => {
        if (!running) return
        if (on) worker.ref()
        else worker.unref()
      },
      async end() {
        await worker.terminate()
        await ended
      },
    }
  }
}
