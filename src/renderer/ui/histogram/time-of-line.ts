import type { LogId } from '../../../shared/log-id.ts'
import type { RowSource } from '../../data/row-source.ts'
import type { LogTimes } from './log-times.ts'

/** Lines before one that are looked at for its time: stack traces are longer, but rarely. */
const LOOK_BACK_LINES = 100

/**
 * The time of a line of a log, in ms since 1970: its own, or that of the nearest line before it that
 * has one, as the server counts it. Null when none is near, or the lines cannot be read.
 */
export async function timeOfLine(
  times: Pick<LogTimes, 'timeOf'>,
  log: LogId,
  lines: Pick<RowSource, 'peek' | 'read'>,
  line: number,
  signal?: AbortSignal,
): Promise<number | null> {
  const here = lines.peek(line)
  const own = here === undefined ? null : times.timeOf(log, here.text)
  if (own !== null) return own
  const rows = await lines.read(Math.max(0, line - LOOK_BACK_LINES), line + 1, signal)
  for (const { text } of rows?.toReversed() ?? []) {
    const time = times.timeOf(log, text)
    if (time !== null) return time
  }
  return null
}
