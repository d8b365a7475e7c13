import type { LoopWatch } from './task-loop.ts'

/**
 * Two numbers that a thread and its owner share, so that the owner sees what a thread is at that
 * answers no message any more: how many slices it has begun, and the task that it is in (0: none).
 */
const BEATS = 0
const TASK = 1

/** The shared numbers, as they travel to a thread. */
export type LifeCells = Int32Array<SharedArrayBuffer>

/** Cells for a thread that is about to start. */
export function createLifeCells(): LifeCells {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
}

/** The thread's side. */
export function beatInto(cells: LifeCells): LoopWatch {
  return {
    entered(id) {
      Atomics.add(cells, BEATS, 1)
      Atomics.store(cells, TASK, id)
    },
    left() {
      Atomics.store(cells, TASK, 0)
    },
  }
}

/** The owner's side: what the thread is at. Still true after its death. */
export function readLife(cells: LifeCells): { readonly beats: number; readonly task: number } {
  return { beats: Atomics.load(cells, BEATS), task: Atomics.load(cells, TASK) }
}
