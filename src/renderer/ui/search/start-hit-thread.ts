import type { HitThread } from './hit-finder.ts'
import type { HitMessage } from './hit-messages.ts'

/** Starts a thread that finds hits. */
export function startHitThread(): HitThread {
  const worker = new Worker(new URL('./hit-thread.ts', import.meta.url), { type: 'module' })
  return {
    ask: (question) => worker.postMessage(question),
    listen: (listener) => {
      worker.addEventListener('message', ({ data }: MessageEvent<HitMessage>) => listener(data))
    },
    end: () => worker.terminate(),
  }
}
