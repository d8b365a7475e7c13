import { Worker } from 'node:worker_threads'
import type { HitThread } from '../../src/renderer/ui/search/hit-finder.ts'

/** A real thread that finds hits: the one of a page, but Node's. */
export function startNodeHitThread(): HitThread {
  const worker = new Worker(new URL('./hit-thread.ts', import.meta.url))
  return {
    ask: (question) => worker.postMessage(question),
    listen: (listener) => {
      worker.on('message', listener)
    },
    end: () => void worker.terminate(),
  }
}
