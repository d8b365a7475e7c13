import type { LogState } from '../../../shared/protocol.ts'

/** Whether there is nothing of a log to show, and nothing that only has not been counted yet. */
export function hasNoLines(log: LogState): boolean {
  const isEmpty = log.end === log.first && log.partial === null && log.marks.length === 0
  return isEmpty && log.indexed >= log.bytes
}
