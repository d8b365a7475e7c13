import type { LineNumber } from '../../shared/line-number.ts'
import type { Extent, Timeline } from './timeline.ts'

/** The run in which the line of this number lies; undefined while it is not counted. */
export function extentOfLine(timeline: Timeline, line: LineNumber): Extent | undefined {
  return timeline.entries.find(
    (entry): entry is Extent =>
      entry.kind === 'extent' &&
      entry.firstLine !== null &&
      entry.firstLine <= line &&
      line < entry.firstLine + entry.lines,
  )
}
