import { lineNumber } from '../../shared/line-number.ts'
import { createLocator } from '../engine/locate.ts'
import { type LinesRead, readLines } from '../engine/read-window.ts'
import { ExportFailed } from './export-failed.ts'
import { exportNumbered } from './export-numbered.ts'
import type { ExportPiece } from './export-piece.ts'
import { checkSame, type ExportSource, waitAWhile } from './export-source.ts'
import { extentOfLine } from './extent-of-line.ts'
import { positionAtStart } from './position.ts'
import type { Extent } from './timeline.ts'

/** Lines of one piece at most, so that a piece of very short lines is bounded too. */
export const EXPORT_PIECE_LINES = 4000

/** Which lines: `[from, to)`, all from the first one and to the end where null. */
export interface ExportLinesRange {
  readonly from: number | null
  readonly to: number | null
}

/** What is held of the lines of an export at once. */
export interface ExportBounds {
  readonly maxLineBytes: number
  readonly maxBytes: number
}

/** A run as it was when the export began. */
interface Span {
  readonly extent: Extent
  readonly end: number
  readonly encoding: string
}

interface Place {
  readonly sequence: number
  readonly offset: number
  readonly line: number
}

/**
 * The lines of a log as it is now, out of its files. A whole log needs no index: its lines are
 * counted as they are read. Rejects with ExportFailed or BytesGone when they cannot be read as they
 * were.
 */
export async function* exportLines(
  source: ExportSource,
  { from, to }: ExportLinesRange,
  bounds: ExportBounds,
  signal: AbortSignal,
): AsyncGenerator<ExportPiece, void> {
  const spans = spansOf(source)
  const start =
    from === null ? await firstPlace(source, signal) : await placeOf(source, from, signal)
  if (start === null) return
  let { line } = start
  for (const span of spans.filter(({ extent }) => extent.sequence >= start.sequence)) {
    let offset = span.extent.sequence === start.sequence ? start.offset : span.extent.from
    while (offset < span.end && (to === null || line < to)) {
      const wanted = Math.min(EXPORT_PIECE_LINES, (to ?? Number.POSITIVE_INFINITY) - line)
      const read = await readSpan(span, offset, wanted, bounds)
      const first = line
      const lines = read.lines.map(({ text, cut }, at) => ({ line: first + at, text, cut }))
      yield* exportNumbered(source, lines, signal)
      line += read.lines.length
      offset = read.nextOffset
    }
  }
}

function spansOf({ timeline }: ExportSource): readonly Span[] {
  const { sequence } = positionAtStart(timeline)
  return timeline.entries.flatMap((entry) => {
    if (entry.kind !== 'extent' || entry.sequence < sequence) return []
    return [{ extent: entry, end: entry.to, encoding: entry.generation.encoding }]
  })
}

async function readSpan(
  { extent, end, encoding }: Span,
  offset: number,
  maxLines: number,
  bounds: ExportBounds,
): Promise<LinesRead> {
  const { generation } = extent
  checkSame(encoding, generation.encoding)
  const read = await readLines(
    generation,
    offset,
    end,
    maxLines,
    { ...bounds, unfinished: generation.flushed ? 'line' : 'held' },
    generation.encoding,
    generation.index,
  )
  checkSame(encoding, generation.encoding)
  if (read.lines.length === 0) {
    throw new ExportFailed('changed', 'The file does not hold the lines any more that it had.')
  }
  return read
}

/** The first line that can be read; null when there is none. */
async function firstPlace(source: ExportSource, signal: AbortSignal): Promise<Place | null> {
  const { timeline } = source
  for (;;) {
    const { sequence } = positionAtStart(timeline)
    const first = timeline.entries.find(
      (entry): entry is Extent => entry.kind === 'extent' && entry.sequence >= sequence,
    )
    if (first === undefined) return null
    const { firstLine } = first
    if (firstLine !== null) return { sequence: first.sequence, offset: first.from, line: firstLine }
    await waitAWhile(signal)
  }
}

/** Where a line starts; null for one that the log does not have yet. */
async function placeOf(
  source: ExportSource,
  line: number,
  signal: AbortSignal,
): Promise<Place | null> {
  const { timeline } = source
  for (;;) {
    const extent = extentOfLine(timeline, lineNumber(line))
    const { first, complete } = source.lineCount()
    if (extent === undefined) {
      if (complete && line >= first) return null
      if (line < first) throw new ExportFailed('gone', 'These lines cannot be read any more.')
      await waitAWhile(signal)
      continue
    }
    const { generation, sequence, firstLine, fromLine } = extent
    if (!generation.readable) {
      throw new ExportFailed('gone', 'These lines cannot be read any more.')
    }
    const locator = createLocator(generation, generation.index, generation.encoding)
    const own = (fromLine ?? 0) + line - (firstLine ?? 0)
    return { sequence, line, offset: Math.max(extent.from, await locator.offsetOfLine(own)) }
  }
}
