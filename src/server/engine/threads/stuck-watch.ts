/**
 * Tells how long a thread has been within one slice. It counts looks, not time: a machine that slept,
 * or a process that was stopped, has not looked meanwhile.
 */
export function createStuckWatch(
  readLife: () => { readonly beats: number; readonly task: number },
  lookEveryMs: number,
) {
  let beats = -1
  let looks = 0
  return {
    /** To be called every `lookEveryMs`: the task that the thread is in (0: none), and for how long. */
    look(): { readonly task: number; readonly forMs: number } {
      const life = readLife()
      looks = life.task !== 0 && life.beats === beats ? looks + 1 : 0
      beats = life.beats
      return { task: life.task, forMs: looks * lookEveryMs }
    },
  }
}
