import type { LineNumber } from '../../shared/line-number.ts'
import type { LineRange } from '../../shared/views.ts'
import { createLocator } from '../engine/locate.ts'
import type { Extent } from './timeline.ts'

/** The part of a run that a view covers, as offsets of its generation. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Which part of a run lies in `range`: empty where none does, all of it without a range. Null while
 * the run's lines are not counted: then nobody can tell. Rejects with BytesGone when a block that
 * must be read for it is gone.
 */
export async function spanOf(extent: Extent, range: LineRange | null): Promise<Span | null> {
  const { from, to, firstLine, fromLine, lines, generation } = extent
  if (range === null) return { from, to }
  // Lines that cannot be read any more are in nobody's range.
  if (!generation.readable) return { from, to: from }
  const counted = extent.counted || generation.index.bytes >= to
  if (firstLine === null || fromLine === null || !counted) return null
  const offsetOf = async (line: LineNumber): Promise<number> => {
    if (line <= firstLine) return from
    if (line >= firstLine + lines) return to
    const locator = createLocator(generation, generation.index, generation.encoding)
    return locator.offsetOfLine(fromLine + line - firstLine)
  }
  const start = await offsetOf(range.from)
  return { from: start, to: range.to === null ? to : await offsetOf(range.to) }
}
