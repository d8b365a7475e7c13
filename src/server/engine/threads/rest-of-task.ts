import { BLOCK_BYTES } from '../block-index.ts'
import type { AnyTask } from './thread-message.ts'

/**
 * What is left of a task that has told everything before `to`: tasks keep nothing, so one that lost
 * its thread goes on there. Null when no more than its result was missing. A task that tells nothing
 * on the way begins anew.
 */
export function restOfTask(work: AnyTask, to: number): AnyTask | null {
  switch (work.kind) {
    case 'count':
      // Counts end within a block only where the task or the file does.
      if (to >= work.task.to || to % BLOCK_BYTES !== 0) return null
      return { kind: 'count', task: { ...work.task, from: to } }
    case 'search':
      if (to >= work.task.to) return null
      return { kind: 'search', task: { ...work.task, from: to, lineStart: false } }
    case 'survey':
      if (to >= work.task.to) return null
      return { kind: 'survey', task: { ...work.task, from: to, lineStart: false } }
    default:
      return work
  }
}
