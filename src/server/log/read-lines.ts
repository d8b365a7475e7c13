import { type LineNumber, lineNumber } from '../../shared/line-number.ts'
import { type LineText, MAX_DISPLAY_LINE_BYTES, MAX_WINDOW_BYTES } from '../../shared/protocol.ts'
import { BytesGone } from '../engine/byte-source.ts'
import type { Engine } from '../engine/engine.ts'
import { createLocator } from '../engine/locate.ts'
import { type LinesRead, readLines } from '../engine/read-window.ts'
import { extentOfLine } from './extent-of-line.ts'
import { readInThread } from './read-in-thread.ts'
import type { Extent, Timeline } from './timeline.ts'

/**
 * Lines `[from, to)` of a log by number, cut for display, over all runs that they lie in. Fewer when
 * the bound in bytes is reached, or when bytes went away meanwhile: then the answer ends there.
 */
export async function readNumberedLines(
  timeline: Timeline,
  engine: Engine,
  from: LineNumber,
  to: LineNumber,
): Promise<LineText[]> {
  const lines: LineText[] = []
  let bytes = 0
  while (from + lines.length < to && bytes < MAX_WINDOW_BYTES) {
    const extent = extentOfLine(timeline, lineNumber(from + lines.length))
    if (extent === undefined) break
    const read = await readFrom(extent, engine, from + lines.length, to, MAX_WINDOW_BYTES - bytes)
    if (read.length === 0) break
    for (const line of read) bytes += Math.min(line.bytes, MAX_DISPLAY_LINE_BYTES)
    lines.push(...read)
  }
  return lines
}

async function readFrom(
  extent: Extent,
  engine: Engine,
  line: number,
  to: number,
  maxBytes: number,
): Promise<LineText[]> {
  const { generation, firstLine, fromLine } = extent
  if (firstLine === null || fromLine === null) return []
  const count = Math.min(to, firstLine + extent.lines) - line
  const own = fromLine + line - firstLine
  const limits = { maxLineBytes: MAX_DISPLAY_LINE_BYTES, maxBytes }
  try {
    const answered = await readInThread(engine, extent, own, count, limits)
    if (answered !== null) return answered
    const locator = createLocator(generation, generation.index, generation.encoding)
    const offset = Math.max(extent.from, await locator.offsetOfLine(own))
    return (await readExtent(extent, offset, count, limits)).lines
  } catch (error) {
    if (error instanceof BytesGone) return []
    throw error
  }
}

/** Reads lines of a run from a line start within it. Rejects with BytesGone. */
export function readExtent(
  extent: Extent,
  offset: number,
  maxLines: number,
  limits: { readonly maxLineBytes: number; readonly maxBytes: number },
): Promise<LinesRead> {
  const { generation } = extent
  return readLines(
    generation,
    offset,
    extent.to,
    maxLines,
    { ...limits, unfinished: generation.flushed ? 'line' : 'held' },
    generation.encoding,
    generation.index,
  )
}
