import type { EngineThread } from './start-thread.ts'

/**
 * Tells how long a thread has been within one slice. It counts looks, not time: a machine that slept,
 * or a process that was stopped, has not looked meanwhile.
 */
export function createStuckWatch(thread: EngineThread, lookEveryMs: number) {
  let beats = -1
  let looks = 0
  return {
    /** To be called every `lookEveryMs`: the task that the thread is in (0: none), and since when, in ms. */
    look(): { readonly task: number; readonly forMs: number } {
      const life = thread.life()
      looks = life.task !== 0 && life.beats === beats ? looks + 1 : 0
      beats = life.beats
      return { task: life.task, forMs: looks * lookEveryMs }
    },
  }
}
