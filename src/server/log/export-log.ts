import { MAX_WHOLE_LINE_BYTES } from '../../shared/export.ts'
import type { ViewId } from '../../shared/views.ts'
import { BytesGone } from '../engine/byte-source.ts'
import { ExportFailed } from './export-failed.ts'
import { type ExportBounds, exportLines } from './export-lines.ts'
import type { ExportPiece } from './export-piece.ts'
import { exportRows } from './export-rows.ts'
import { checkSame, type ExportSource } from './export-source.ts'
import type { Extent } from './timeline.ts'

/** What is to be saved: of a log, or of a view of it where one is named. */
export interface ExportRange {
  readonly view: ViewId | null
  /** `[from, to)` in lines or rows; all from the first one and to the end where null. */
  readonly from: number | null
  readonly to: number | null
  /** Whether the numbers of the lines are wanted. */
  readonly numbers: boolean
}

/**
 * What is held at once: pieces of 256 KiB keep a turn of the server under 2 ms, as on the line stream,
 * and one line of at most a MiB.
 */
const BOUNDS: ExportBounds = { maxLineBytes: MAX_WHOLE_LINE_BYTES, maxBytes: 256 * 1024 }

/**
 * The lines of a log or of a view, whole, as they are now. It reads on when the next piece is asked
 * for. Rejects with ExportFailed when the file changes under it: what was told until then is not all.
 */
export async function* exportLog(
  source: ExportSource,
  { view, from, to, numbers }: ExportRange,
  signal: AbortSignal,
): AsyncGenerator<ExportPiece, void> {
  const { timeline } = source
  const before = readableExtents(source)
  const encodings = encodingsOf(before)
  try {
    yield* view === null
      ? exportLines(source, { from, to }, BOUNDS, signal)
      : exportRows(source, { view, from, to, numbers }, BOUNDS, signal)
    // What was read last may be of what the file was overwritten with: only a look tells. The first
    // of two may have begun before that read.
    await source.looked()
    await source.looked()
  } catch (error) {
    if (signal.aborted) throw new ExportFailed('gone', 'The log was closed.', { cause: error })
    if (!(error instanceof BytesGone)) throw error
    throw new ExportFailed('changed', 'The file was rewritten while it was saved.')
  }
  checkSame(encodings, encodingsOf(before))
  // A run that the log forgets was read before; one that it still has and cannot read was rewritten.
  const isLost = (extent: Extent) =>
    timeline.at(extent.sequence) === extent && !extent.generation.readable
  if (before.some(isLost)) {
    throw new ExportFailed('changed', 'The file was rewritten while it was saved.')
  }
}

function readableExtents({ timeline }: ExportSource): readonly Extent[] {
  return timeline.entries.filter(
    (entry): entry is Extent =>
      entry.kind === 'extent' && entry.to > entry.from && entry.generation.readable,
  )
}

function encodingsOf(extents: readonly Extent[]): string {
  return extents.map(({ generation }) => generation.encoding).join()
}
