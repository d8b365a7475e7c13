import type { LineText } from '../../../shared/protocol.ts'
import type { Bookmark } from './bookmark.ts'
import { linePrint } from './line-print.ts'

/** Lines on either side of the old place that are looked through before the whole log is searched. */
export const NEAR_LINES = 1000

/** A line with its number. */
export interface NumberedLine extends Pick<LineText, 'text' | 'bytes'> {
  readonly line: number
}

/** Where a bookmark is looked for. Each answers null when it could not be told. */
export interface LineFinder {
  /** The lines of `[from, to)` that there are. */
  read(from: number, to: number): Promise<readonly NumberedLine[] | null>
  /** The lines of the whole log with these characters, those nearest to `line` first. */
  search(text: string, line: number): AsyncIterable<readonly NumberedLine[]>
}

/**
 * The number of the line that a bookmark is of: where it was, near there, or anywhere in the log. Null
 * when there is no such line. Of several the same ones the nearest is taken.
 */
export async function findLine(
  { line, print, start }: Pick<Bookmark, 'line' | 'print' | 'start'>,
  finder: LineFinder,
): Promise<number | null> {
  const isIt = (candidate: NumberedLine) => linePrint(candidate) === print
  const there = await finder.read(line, line + 1)
  if (there?.some(isIt)) return line
  const near = await finder.read(Math.max(0, line - NEAR_LINES), line + NEAR_LINES)
  const nearest = nearestOf((near ?? []).filter(isIt), line)
  if (nearest !== null || start === '') return nearest
  for await (const candidates of finder.search(start, line)) {
    const found = nearestOf(candidates.filter(isIt), line)
    if (found !== null) return found
  }
  return null
}

function nearestOf(candidates: readonly NumberedLine[], line: number): number | null {
  let best: number | null = null
  for (const { line: each } of candidates) {
    if (best === null || Math.abs(each - line) < Math.abs(best - line)) best = each
  }
  return best
}
