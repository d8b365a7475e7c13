import { setTimeout as delay } from 'node:timers/promises'
import type { LineCount } from './count-lines.ts'
import { ExportFailed } from './export-failed.ts'
import type { LogViews } from './log-views.ts'
import type { Timeline } from './timeline.ts'

/** How often it is looked whether the log is known better, in ms: nobody sees a tenth of a second. */
const WAIT_MS = 100

/** What an export needs of its log. */
export interface ExportSource {
  readonly timeline: Timeline
  readonly views: LogViews
  lineCount(): LineCount
  /** Resolves when the file was looked at once more. */
  looked(): Promise<void>
}

/** Waits for a log that is being counted or searched. Rejects when `signal` is aborted. */
export async function waitAWhile(signal: AbortSignal): Promise<void> {
  await delay(WAIT_MS, undefined, { signal, ref: false })
}

/** Throws unless the lines are still read as they were at the start of an export. */
export function checkSame(before: string, now: string): void {
  if (before !== now) {
    throw new ExportFailed('changed', 'The log is read in another encoding now.')
  }
}
