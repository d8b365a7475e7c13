import { asBuffer } from '../as-buffer.ts'
import { bomLength } from '../decode.ts'
import type { HitsTask } from '../engine-task.ts'
import { lastNewlineEnd, newlineUnit, nextNewlineEnd } from '../line-ending.ts'
import { readAt } from '../read/read-at.ts'
import type { Scanner } from '../scan/scanner.ts'
import type { LineRun } from './line-run.ts'

/** Which lines to read: those that start in `[from, to)`. */
export interface PartRange {
  readonly from: number
  readonly to: number
  /** How far to read for the end of the last of them. */
  readonly readTo: number
  /** A line starts at `from` whatever stands before it. */
  readonly atLineStart: boolean
}

/** The lines of a part, with one read. */
export interface PartLines {
  /** Whether the run was set to them: there are some, and their ends are known. */
  readonly hasRun: boolean
  /** Where the line at this position of the run starts in the file; a byte order mark belongs to it. */
  offsetOf(start: number): number
  /** Where the last line starts when it goes on behind the read; null when all are in the run. */
  readonly unended: number | null
}

/** Null when no line starts in it. */
export function readPart(
  { file, end }: Pick<HitsTask, 'file' | 'end'>,
  range: PartRange,
  run: LineRun,
  scanner: Scanner,
): PartLines | null {
  const { encoding } = file
  const unit = newlineUnit(encoding)
  const { from, atLineStart } = range
  const to = Math.min(range.to, end)
  const base = atLineStart ? from : from - unit
  const wanted = Math.min(end, range.readTo) - base
  const buffer = asBuffer(scanner.buffer).subarray(0, Math.max(0, wanted))
  const bytes = buffer.subarray(0, readAt(file, base, buffer))

  const first = atLineStart ? 0 : nextNewlineEnd(bytes, 0, encoding, base)
  if (first === -1 || base + first >= to) return null
  // The line that the byte before `to` is in is the last one that starts before `to`.
  const last = nextNewlineEnd(bytes, Math.max(first, to - base - unit), encoding, base)
  const reachesEnd = base + bytes.length >= end
  let runEnd = last
  if (last === -1) {
    const before = lastNewlineEnd(bytes.subarray(first), encoding, base + first)
    runEnd = reachesEnd ? bytes.length : before === -1 ? first : first + before
  }
  const bom = base + first === 0 ? bomLength(bytes, encoding) : 0
  const hasRun = runEnd > first + bom
  if (hasRun) run.set(first + bom, runEnd, base + first + bom)
  return {
    hasRun,
    offsetOf: (start) => base + (start === first + bom ? first : start),
    unended: last === -1 && !reachesEnd ? base + runEnd : null,
  }
}
